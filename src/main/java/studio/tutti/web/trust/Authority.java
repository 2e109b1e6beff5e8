package studio.tutti.web.trust;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * The studio's certificate authority. Its key never leaves the data folder, and its root says that it vouches for this
 * machine's names only (RFC 5280, 4.2.1.10), so that a device which trusts it risks nothing elsewhere on the web.
 *
 * @param key signs
 * @param root what devices trust
 */
record Authority(PrivateKey key, X509Certificate root) {

    private static final Duration VALID = Duration.ofDays(3650);
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Opens the authority kept in a folder, or founds it there for a machine of the given name. */
    static Authority in(Path folder, String host) throws IOException, GeneralSecurityException {
        Path keyFile = folder.resolve("root.key");
        Path rootFile = folder.resolve("root.crt");
        if (Files.exists(keyFile) && Files.exists(rootFile)) {
            PrivateKey key = PemContent.load(keyFile).getPrivateKey();
            if (key == null) {
                throw new IOException(keyFile + " holds no private key");
            }
            return new Authority(key, PemContent.load(rootFile).getCertificates().getFirst());
        }
        Authority founded = found(host);
        Files.createDirectories(folder);
        write(keyFile, pem(founded.key), "rw-------");
        write(rootFile, pem(founded.root), "rw-r--r--");
        return founded;
    }

    /** A new authority, kept nowhere. */
    static Authority found(String host) throws GeneralSecurityException {
        KeyPair pair = newKey();
        X500Name name = new X500Name("CN=Tutti on " + host + ", O=Tutti");
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                name, serial(), Date.from(now.minus(Duration.ofDays(1))), Date.from(now.plus(VALID)), name, pair.getPublic());
        GeneralSubtree[] names = Stream.of("localhost", "local", host)
                .distinct()
                .map(permitted -> new GeneralSubtree(new GeneralName(GeneralName.dNSName, permitted)))
                .toArray(GeneralSubtree[]::new);
        try {
            certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            certificate.addExtension(Extension.subjectKeyIdentifier, false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            certificate.addExtension(Extension.nameConstraints, true, new NameConstraints(names, null));
        } catch (CertIOException failure) {
            throw new GeneralSecurityException(failure);
        }
        return new Authority(pair.getPrivate(), sign(certificate, pair.getPrivate()));
    }

    static KeyPair newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    static BigInteger serial() {
        return new BigInteger(159, RANDOM);
    }

    X509Certificate sign(JcaX509v3CertificateBuilder certificate) throws GeneralSecurityException {
        return sign(certificate, key);
    }

    /** The names that the root vouches for, itself and whatever ends in a dot and it. */
    List<String> vouchedNames() throws GeneralSecurityException {
        byte[] extension = root.getExtensionValue(Extension.nameConstraints.getId());
        NameConstraints constraints = NameConstraints.getInstance(
                ASN1OctetString.getInstance(extension).getOctets());
        return Stream.of(constraints.getPermittedSubtrees())
                .map(subtree -> subtree.getBase().getName().toString())
                .toList();
    }

    /** The root in the form that devices install: DER. */
    byte[] rootFile() throws GeneralSecurityException {
        return root.getEncoded();
    }

    /** The SHA-256 of the root, as devices show it. */
    String fingerprint() throws GeneralSecurityException {
        return HexFormat.ofDelimiter(":").withUpperCase()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(root.getEncoded()));
    }

    private static X509Certificate sign(JcaX509v3CertificateBuilder certificate, PrivateKey key)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(certificate.build(new JcaContentSignerBuilder(SIGNATURE).build(key)));
        } catch (OperatorCreationException failure) {
            throw new GeneralSecurityException(failure);
        }
    }

    private static String pem(Object content) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            if (content instanceof PrivateKey key) {
                pem.writeObject(new PemObject("PRIVATE KEY", key.getEncoded()));
            } else {
                pem.writeObject(content);
            }
        }
        return text.toString();
    }

    private static void write(Path file, String text, String permissions) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        }
        Files.write(fresh, text.getBytes(StandardCharsets.US_ASCII));
        Files.move(fresh, file);
    }
}
