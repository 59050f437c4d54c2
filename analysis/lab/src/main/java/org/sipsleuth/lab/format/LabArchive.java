package org.sipsleuth.lab.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.file.RegularFile;
import org.sipsleuth.run.RunMonitor;

/// Labs as zip files. What anybody may have made is checked before anything is written: entries are
/// files without folders, few, and small together.
public final class LabArchive {

    /// A lab has captures of a class room, not of a provider.
    public static final long MOST_BYTES = 1L << 30;

    private static final int MOST_ENTRIES = 200;
    private static final int CHUNK_BYTES = 1 << 16;

    private LabArchive() {}

    /// Packs the files of a lab into a zip; a key that lies beside it only if that is wanted.
    public static void pack(LabFolder lab, boolean withKey, OutputFile target) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(lab.folder().resolve(Lab.FILE));
        lab.captures(RunMonitor.NONE).forEach(files::add);
        Path key = lab.folder().resolve(Key.FILE);
        if (withKey && Files.exists(key)) {
            files.add(key);
        }
        target.write(out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            for (Path file : files) {
                ZipEntry entry = new ZipEntry(String.valueOf(file.getFileName()));
                entry.setTime(0);
                zip.putNextEntry(entry);
                try (InputStream in = RegularFile.open(file)) {
                    in.transferTo(zip);
                }
            }
            zip.finish();
        });
    }

    /// Unpacks a lab into an empty folder that exists: all of it, or nothing.
    ///
    /// @throws LabException if it is no lab, or a zip that no lab is
    public static LabFolder unpack(Path zip, Path folder, RunMonitor monitor) throws IOException {
        return unpack(zip, folder, _ -> {}, monitor);
    }

    /// Unpacks a lab into an empty folder that exists: its own files, or nothing.
    ///
    /// @param leftOut gets the name of each file that the lab does not name
    /// @throws LabException if it is no lab, or a zip that no lab is
    public static LabFolder unpack(Path zip, Path folder, Consumer<String> leftOut, RunMonitor monitor)
            throws IOException {
        return unpack(zip, folder, MOST_BYTES, leftOut, monitor);
    }

    static LabFolder unpack(Path zip, Path folder, long mostBytes, RunMonitor monitor) throws IOException {
        return unpack(zip, folder, mostBytes, _ -> {}, monitor);
    }

    private static LabFolder unpack(Path zip, Path folder, long mostBytes, Consumer<String> leftOut, RunMonitor monitor)
            throws IOException {
        RegularFile.check(zip);
        String name = String.valueOf(zip.getFileName());
        List<ZipEntry> entries = entries(zip, name, mostBytes);
        List<OutputFile> files = new ArrayList<>();
        try (InputStream whole = RegularFile.open(zip);
                ZipInputStream in = new ZipInputStream(new BufferedInputStream(whole, CHUNK_BYTES))) {
            for (ZipEntry entry : entries) {
                OutputFile file = OutputFile.at(folder.resolve(entry.getName()), OutputRules.NEW_FILES);
                files.add(file);
                unpack(in, entry, name, file.stream(), monitor);
            }
            if (in.getNextEntry() != null) {
                throw LabException.of(name, LabFault.ZIP_DIFFERS, Lab.FILE);
            }
            OutputFile.commit(files);
        } catch (ZipException | EOFException | IllegalArgumentException damaged) {
            throw LabException.of(name, LabFault.NO_ZIP);
        } finally {
            for (OutputFile file : files) {
                file.close();
            }
        }
        try {
            LabFolder lab = LabFolder.open(folder);
            for (ZipEntry entry : entries) {
                if (!isOf(lab.lab(), entry.getName())) {
                    Files.delete(folder.resolve(entry.getName()));
                    leftOut.accept(entry.getName());
                }
            }
            return lab;
        } catch (LabException noLab) {
            for (ZipEntry entry : entries) {
                Files.deleteIfExists(folder.resolve(entry.getName()));
            }
            throw noLab;
        }
    }

    private static boolean isOf(Lab lab, String file) {
        return file.equals(Lab.FILE) || file.equals(Key.FILE)
                || lab.captures().stream().anyMatch(capture -> capture.file().equals(file));
    }

    /// Whether a file is a zip with a lab in it.
    static boolean holdsLab(Path file) {
        if (!String.valueOf(file.getFileName()).endsWith(".zip")) {
            return false;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry(Lab.FILE) != null;
        } catch (IOException noZip) {
            return false;
        }
    }

    private static List<ZipEntry> entries(Path zip, String name, long mostBytes) throws IOException {
        List<ZipEntry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long bytes = 0;
        try (ZipFile file = new ZipFile(zip.toFile())) {
            if (file.size() > MOST_ENTRIES) {
                throw LabException.of(name, LabFault.ZIP_COUNT, MOST_ENTRIES);
            }
            for (ZipEntry entry : file.stream().toList()) {
                if (!FieldReader.isFileName(entry.getName())) {
                    throw LabException.of(name, LabFault.ZIP_NAME, entry.getName());
                }
                if (!names.add(entry.getName())) {
                    throw LabException.of(name, LabFault.ZIP_TWICE, entry.getName());
                }
                if (entry.getSize() < 0 || entry.getSize() > mostBytes - bytes) {
                    throw LabException.of(name, LabFault.ZIP_SIZE, mostBytes);
                }
                bytes += entry.getSize();
                entries.add(entry);
            }
        } catch (ZipException | IllegalArgumentException damaged) {
            throw LabException.of(name, LabFault.NO_ZIP);
        }
        if (!names.contains(Lab.FILE)) {
            throw LabException.of(name, LabFault.NO_LAB);
        }
        return entries;
    }

    /// The entries are read from the first byte on, and each must be what the directory states.
    private static void unpack(ZipInputStream in, ZipEntry entry, String name, OutputStream out, RunMonitor monitor)
            throws IOException {
        ZipEntry local = in.getNextEntry();
        if (local == null || !local.getName().equals(entry.getName())) {
            throw LabException.of(name, LabFault.ZIP_DIFFERS, entry.getName());
        }
        byte[] chunk = new byte[CHUNK_BYTES];
        long done = 0;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            monitor.throwIfCancelled();
            done += read;
            if (done > entry.getSize()) {
                throw LabException.of(name, LabFault.ZIP_DIFFERS, entry.getName());
            }
            out.write(chunk, 0, read);
        }
        if (done != entry.getSize() || local.getCrc() != entry.getCrc()) {
            throw LabException.of(name, LabFault.ZIP_DIFFERS, entry.getName());
        }
    }

    /// Whether there is something in a folder.
    public static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
