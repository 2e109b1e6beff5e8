package studio.tutti.web.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.NameConstraintValidatorException;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PKIXNameConstraintValidator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The studio's certificate authority")
class AuthorityTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("is founded once, and its key is for its owner's eyes only")
    void foundedOnce() throws Exception {
        Authority first = Authority.in(folder, "piano");
        Authority again = Authority.in(folder, "another");

        assertThat(again.root()).isEqualTo(first.root());
        assertThat(again.key()).isEqualTo(first.key());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("root.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    @DisplayName("vouches for this machine's names and addresses")
    void vouchesForThisMachine() throws Exception {
        Authority authority = Authority.found("piano");
        ThisMachine machine = new ThisMachine("piano", List.of(
                InetAddress.getByName("192.168.7.5"), InetAddress.getByName("fd00::7")));
        Identity identity = Identity.of(machine, authority);

        assertThatCode(() -> validate(identity, authority)).doesNotThrowAnyException();
        assertThat(identity.chain().getFirst().getSubjectAlternativeNames().stream().map(name -> name.get(1).toString()))
                .containsExactly("localhost", "piano", "piano.local", "127.0.0.1", "0:0:0:0:0:0:0:1",
                        "192.168.7.5", "fd00:0:0:0:0:0:0:7");
    }

    @Test
    @DisplayName("vouches for no other name, even if its key were stolen")
    void vouchesForNobodyElse() throws Exception {
        PKIXNameConstraintValidator device = new PKIXNameConstraintValidator();
        device.intersectPermittedSubtree(constraints(Authority.found("piano")).getPermittedSubtrees());

        for (String ours : List.of("piano", "localhost", "piano.local")) {
            assertThatCode(() -> device.checkPermitted(new GeneralName(GeneralName.dNSName, ours))).doesNotThrowAnyException();
        }
        for (String other : List.of("bank.example", "example", "pianos", "notlocalhost")) {
            assertThatThrownBy(() -> device.checkPermitted(new GeneralName(GeneralName.dNSName, other)))
                    .isInstanceOf(NameConstraintValidatorException.class);
        }
    }

    @Test
    @DisplayName("leaves out the name of a machine that was renamed after it was founded")
    void renamedMachine() throws Exception {
        Authority authority = Authority.found("piano");
        Identity identity = Identity.of(new ThisMachine("cello", List.of()), authority);

        assertThatCode(() -> validate(identity, authority)).doesNotThrowAnyException();
        assertThat(identity.chain().getFirst().getSubjectAlternativeNames().stream().map(name -> name.get(1).toString()))
                .contains("cello.local").doesNotContain("cello");
    }

    private static void validate(Identity identity, Authority authority) throws Exception {
        PKIXParameters trust = new PKIXParameters(Set.of(new TrustAnchor(authority.root(), null)));
        trust.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX").validate(CertificateFactory.getInstance("X.509")
                .generateCertPath(List.of(identity.chain().getFirst())), trust);
    }

    private static NameConstraints constraints(Authority authority) {
        return NameConstraints.getInstance(ASN1OctetString.getInstance(
                authority.root().getExtensionValue(Extension.nameConstraints.getId())).getOctets());
    }
}
