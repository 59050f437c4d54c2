package org.sipsleuth.app.dependency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which glibc the native libraries need that come in jars: packages run on Debian 12, which has
/// 2.36. `installer/package.sh` looks at those of Java, too.
class NativesTest {

    /// Of Linux on x86-64, as `installer/StripNatives.java` takes them.
    private static final Pattern NATIVE =
            Pattern.compile("([^/]+|(.*/)?linux[/-](x86_64|amd64|x86-64)/.*)\\.so", Pattern.CASE_INSENSITIVE);

    private static final Pattern GLIBC = Pattern.compile("GLIBC_([0-9]+(\\.[0-9]+)*)");

    private static final Comparator<String> BY_VERSION = Comparator.<String>comparingInt(version -> part(version, 0))
            .thenComparingInt(version -> part(version, 1))
            .thenComparingInt(version -> part(version, 2));

    /// The newest symbol of each; a new version of a library may need a newer one.
    private static final Map<String, String> NEEDED =
            Map.ofEntries(Map.entry("libdecora_sse.so", "2.15"), Map.entry("libglass.so", "2.2.5"),
                    Map.entry("libglassgtk3.so", "2.17"), Map.entry("libjavafx_font.so", "2.4"),
                    Map.entry("libjavafx_font_freetype.so", "2.14"), Map.entry("libjavafx_font_pango.so", "2.2.5"),
                    Map.entry("libjavafx_iio.so", "2.14"), Map.entry("libjnidispatch.so", "2.7"),
                    Map.entry("libjnijavacpp.so", "2.14"), Map.entry("libjnind4jcpu.so", "2.14"),
                    Map.entry("libjniopenblas.so", "2.14"), Map.entry("libjniopenblas_nolapack.so", "2.14"),
                    Map.entry("libnd4jcpu.so", "2.27"), Map.entry("libprism_common.so", "2.2.5"),
                    Map.entry("libprism_es2.so", "2.4"), Map.entry("libprism_sw.so", "2.14"),
                    Map.entry("libsqlitejdbc.so", "2.3"), Map.entry("libzstd-jni-1.5.7-9.so", "2.8"));

    private static final String DEBIAN = "2.36";

    @TempDir Path directory;

    private static int part(String version, int index) {
        String[] parts = version.split("\\.");
        return index < parts.length ? Integer.parseInt(parts[index]) : 0;
    }

    @Test
    void eachNeedsTheGlibcThatIsStatedHere() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (Path jar : ClassPathJars.runtime()) {
            collect(jar, directory.resolve("native"), found);
        }
        assertEquals(new TreeMap<>(NEEDED), found);
        assertTrue(found.values().stream().allMatch(version -> BY_VERSION.compare(version, DEBIAN) <= 0));
    }

    /// @param unpacked the file that each is unpacked to: one of them has 180 MB
    private static void collect(Path jar, Path unpacked, Map<String, String> found) throws IOException {
        try (ZipFile from = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                if (NATIVE.matcher(entry.getName()).matches()) {
                    try (InputStream content = from.getInputStream(entry)) {
                        Files.copy(content, unpacked, StandardCopyOption.REPLACE_EXISTING);
                    }
                    String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                    found.put(name, newestGlibc(unpacked).orElse("none"));
                }
            }
        }
    }

    private static Optional<String> newestGlibc(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return newestGlibc(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    /// The version needs of an ELF file of 64 bits: System V ABI, chapter 4, and LSB Core, 10.7.5.
    private static Optional<String> newestGlibc(ByteBuffer bytes) {
        ByteBuffer elf = bytes.order(ByteOrder.LITTLE_ENDIAN);
        long sections = elf.getLong(0x28);
        int size = elf.getShort(0x3a);
        int count = elf.getShort(0x3c);
        Optional<String> newest = Optional.empty();
        for (int i = 0; i < count; i++) {
            int section = Math.toIntExact(sections + (long) i * size);
            if (elf.getInt(section + 4) == 0x6ffffffe) { // SHT_GNU_verneed
                int names = Math.toIntExact(
                        elf.getLong(Math.toIntExact(sections + (long) elf.getInt(section + 0x28) * size) + 0x18));
                newest = newestOf(elf, Math.toIntExact(elf.getLong(section + 0x18)), names);
            }
        }
        return newest;
    }

    private static Optional<String> newestOf(ByteBuffer elf, int firstNeed, int names) {
        Optional<String> newest = Optional.empty();
        int need = firstNeed;
        int step;
        do {
            int version = need + elf.getInt(need + 8);
            for (int left = elf.getShort(need + 2); left > 0; left--) {
                var name = GLIBC.matcher(string(elf, names + elf.getInt(version + 8)));
                if (name.matches()) {
                    String found = name.group(1);
                    newest = Optional.of(newest.filter(other -> BY_VERSION.compare(other, found) >= 0).orElse(found));
                }
                version += elf.getInt(version + 12);
            }
            step = elf.getInt(need + 12);
            need += step;
        } while (step != 0);
        return newest;
    }

    private static String string(ByteBuffer elf, int at) {
        StringBuilder characters = new StringBuilder();
        for (int i = at; elf.get(i) != 0; i++) {
            characters.append((char) (elf.get(i) & 0xff));
        }
        return characters.toString();
    }
}
