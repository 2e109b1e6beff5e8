package studio.tutti.web.trust;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * What the studio shows as itself to a device that connects by HTTPS.
 *
 * @param key proves the certificate
 * @param chain the certificate first, its issuers after
 */
record Identity(PrivateKey key, List<X509Certificate> chain) {

    /** Apple's devices refuse certificates of more than 825 days. */
    private static final Duration VALID = Duration.ofDays(397);

    private static final char[] NO_PASSWORD = new char[0];

    /** A certificate of the studio's authority for this machine's names and addresses, with a new key. */
    static Identity of(ThisMachine machine, Authority authority) throws GeneralSecurityException {
        KeyPair pair = Authority.newKey();
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                authority.root(), Authority.serial(), Date.from(now.minus(Duration.ofDays(1))), Date.from(now.plus(VALID)),
                new X500Name("CN=" + machine.host()), pair.getPublic());
        try {
            certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            certificate.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            certificate.addExtension(Extension.authorityKeyIdentifier, false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority.root()));
            certificate.addExtension(Extension.subjectAlternativeName, false, names(machine, authority.vouchedNames()));
        } catch (CertIOException failure) {
            throw new GeneralSecurityException(failure);
        }
        return new Identity(pair.getPrivate(), List.of(authority.sign(certificate), authority.root()));
    }

    /** Certificates and a key that someone was given elsewhere, as PEM files. */
    static Identity given(Path certificate, Path key) throws IOException {
        PrivateKey read = PemContent.load(key).getPrivateKey();
        List<X509Certificate> chain = PemContent.load(certificate).getCertificates();
        if (read == null || chain.isEmpty()) {
            throw new IOException("a certificate needs PEM files of the certificate and of its private key");
        }
        return new Identity(read, List.copyOf(chain));
    }

    /** The first name in the certificate that stands for one host, if there is one. */
    String firstName(String otherwise) throws GeneralSecurityException {
        Collection<List<?>> names = chain.getFirst().getSubjectAlternativeNames();
        return names == null ? otherwise : names.stream()
                .filter(name -> name.get(0).equals(GeneralName.dNSName))
                .map(name -> name.get(1).toString())
                .filter(name -> !name.startsWith("*"))
                .findFirst()
                .orElse(otherwise);
    }

    KeyStore asKeyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        store.setKeyEntry("tutti", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
        return store;
    }

    private static GeneralNames names(ThisMachine machine, List<String> vouched) {
        List<GeneralName> names = new ArrayList<>();
        names.add(new GeneralName(GeneralName.dNSName, "localhost"));
        for (String name : List.of(machine.host(), machine.host() + ".local")) {
            if (vouched.stream().anyMatch(suffix -> name.equals(suffix) || name.endsWith("." + suffix))
                    && !name.startsWith("localhost")) {
                names.add(new GeneralName(GeneralName.dNSName, name));
            }
        }
        names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        names.add(new GeneralName(GeneralName.iPAddress, "::1"));
        for (InetAddress address : machine.addresses()) {
            names.add(new GeneralName(GeneralName.iPAddress, address.getHostAddress().replaceFirst("%.*", "")));
        }
        return new GeneralNames(names.toArray(GeneralName[]::new));
    }
}
