import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Takes native libraries out of jars: those of Linux on x86-64 go to a folder, where Java loads
/// them without unpacking them first; those of other platforms (43 MB of sqlite-jdbc, zstd-jni and
/// JNA) are dropped. All else stays the same. Run by package.sh.
final class StripNatives {

    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib|a)");

    /// At the root of a jar that is for one platform, or in a folder that names it.
    private static final Pattern OWN =
            Pattern.compile("[^/]+|(.*/)?linux[/-](x86_64|amd64|x86-64)/.*", Pattern.CASE_INSENSITIVE);

    private StripNatives() {}

    /// The folder that gets the libraries, then jars, which are replaced.
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (int i = 1; i < arguments.length; i++) {
            strip(Path.of(arguments[i]), folder);
        }
    }

    private static void strip(Path jar, Path folder) throws IOException {
        Path stripped = Path.of(jar + ".new");
        boolean isChanged = false;
        try (ZipFile from = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(stripped);
                ZipOutputStream to = new ZipOutputStream(file)) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                try (InputStream content = from.getInputStream(entry)) {
                    if (NATIVE.matcher(entry.getName()).matches()) {
                        isChanged = true;
                        keepOwn(entry.getName(), content, folder);
                    } else {
                        ZipEntry same = new ZipEntry(entry.getName());
                        same.setTime(entry.getTime());
                        to.putNextEntry(same);
                        content.transferTo(to);
                        to.closeEntry();
                    }
                }
            }
        }
        if (isChanged) {
            Files.move(stripped, jar, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(stripped);
        }
    }

    private static void keepOwn(String name, InputStream content, Path folder) throws IOException {
        if (OWN.matcher(name).matches()) {
            Files.copy(content, folder.resolve(name.substring(name.lastIndexOf('/') + 1)));
        }
    }
}
