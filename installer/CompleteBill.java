import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/// Adds the Java runtime to the bill of materials that Maven makes, which knows only libraries; fails
/// if a library of the packages is not in it. Run by package.sh.
final class CompleteBill {

    private static final String COMPONENTS = "\n  \"components\" : [\n";
    private static final Pattern NAMED = Pattern.compile("\"name\" : \"([^\"]+)\",\\s*\"version\" : \"([^\"]+)\"");

    /// How the jars of the program itself are called.
    private static final String OWN = "sipsleuth-";

    /// As indented by Maven's plugin.
    private static final String RUNTIME = """
                {
                  "type" : "platform",
                  "bom-ref" : "pkg:generic/openjdk@VERSION",
                  "name" : "openjdk",
                  "version" : "VERSION",
                  "description" : "The Java runtime: MODULES",
                  "licenses" : [
                    {
                      "license" : {
                        "id" : "GPL-2.0-with-classpath-exception"
                      }
                    }
                  ],
                  "cpe" : "cpe:2.3:a:oracle:openjdk:VERSION:*:*:*:*:*:*:*",
                  "purl" : "pkg:generic/openjdk@VERSION",
                  "externalReferences" : [
                    {
                      "type" : "website",
                      "url" : "https://openjdk.org"
                    }
                  ]
                },
            """;

    private CompleteBill() {}

    /// The bill of Maven, the folder of the runtime, the file to write, then folders of jars.
    public static void main(String[] arguments) throws IOException {
        String bill = Files.readString(Path.of(arguments[0]));
        if (!bill.contains(COMPONENTS)) {
            throw new IOException(arguments[0] + " is laid out otherwise than expected");
        }
        for (int i = 3; i < arguments.length; i++) {
            checkJars(Path.of(arguments[i]), bill);
        }
        Files.writeString(Path.of(arguments[2]),
                bill.replace(COMPONENTS, COMPONENTS + runtime(Path.of(arguments[1], "release"))));
    }

    private static String runtime(Path release) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(release)) {
            properties.load(in);
        }
        String version = unquoted(properties, "JAVA_VERSION");
        return RUNTIME.replace("VERSION", version).replace("MODULES", unquoted(properties, "MODULES"));
    }

    private static String unquoted(Properties properties, String name) throws IOException {
        String value = properties.getProperty(name, "").replace("\"", "");
        if (!value.matches("[\\w.+ -]+")) {
            throw new IOException("the runtime does not tell its " + name);
        }
        return value;
    }

    /// A jar is called by name and version, and may have a classifier.
    private static void checkJars(Path folder, String bill) throws IOException {
        Set<String> listed = new HashSet<>();
        NAMED.matcher(bill).results().forEach(found -> listed.add(found.group(1) + "-" + found.group(2)));
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : jars) {
                String name = jar.getFileName().toString().replaceFirst("(-linux(-x86_64)?)?\\.jar$", "");
                if (!name.startsWith(OWN) && !listed.contains(name)) {
                    throw new IOException("not in the bill of materials: " + jar);
                }
            }
        }
    }
}
