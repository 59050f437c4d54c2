package org.sipsleuth.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.sipsleuth.capture.file.TempSpaceLimit;
import org.sipsleuth.capture.file.UnpackLimit;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.store.CaseException;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.RegularFile;
import org.sipsleuth.run.RunMonitor;

/// A case with captures in one zip: `case.case`, and each capture as `captures/SHA256.EXTENSION`.
///
/// Entries are named by the program alone, and read only if they are so named, so that none can
/// lead out of the folder it is unpacked in.
public final class CasePackage {

    /// What was packed.
    ///
    /// @param captures the captures that are in the package
    /// @param files where each of these was found
    /// @param missing those that were not found, or are not the same any more
    public record Packed(List<Evidence> captures, List<Path> files, List<Evidence> missing) {
        public Packed {
            captures = List.copyOf(captures);
            files = List.copyOf(files);
            missing = List.copyOf(missing);
        }
    }

    static final String CASE = "case.case";
    static final Pattern CAPTURE = Pattern.compile(EvidenceSearch.CAPTURES + "/([0-9a-f]{64})\\.[a-z0-9]{1,8}");
    private static final Pattern EXTENSION = Pattern.compile(".*\\.([A-Za-z0-9]{1,8})");

    private CasePackage() {}

    /// Packs a case.
    ///
    /// @param chosen the captures that go with it
    /// @param folders where captures may be that are no longer where they were seen
    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if one changes meanwhile
    public static Packed write(CaseFile opened, Collection<Evidence> chosen, List<Path> folders, OutputFile target,
            RunMonitor monitor) throws IOException {
        List<Evidence> packed = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        List<Evidence> missing = new ArrayList<>();
        EvidenceSearch search = EvidenceSearch.near(opened.file(), folders);
        target.write(out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            begin(zip, CASE);
            zip.write(opened.store().bytes());
            for (Evidence each : chosen) {
                Optional<OpenedFile> found = search.find(each, monitor);
                if (found.isPresent()) {
                    begin(zip, entryName(each));
                    try (InputStream in = Files.newInputStream(found.get().path())) {
                        in.transferTo(zip);
                    }
                    found.get().check();
                    packed.add(each);
                    files.add(found.get().path());
                } else {
                    missing.add(each);
                }
            }
            zip.finish();
        });
        return new Packed(packed, files, missing);
    }

    /// The same case gives the same bytes.
    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
    }

    private static String entryName(Evidence evidence) {
        Matcher extension = EXTENSION.matcher(evidence.name());
        return "%s/%s.%s".formatted(EvidenceSearch.CAPTURES, evidence.sha256(),
                extension.matches() ? extension.group(1).toLowerCase(java.util.Locale.ROOT) : "pcap");
    }

    /// Whether a file is a zip with a case in it. Whether it can be unpacked is not checked.
    public static boolean holdsCase(Path file) {
        try {
            RegularFile.check(file);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return zip.getEntry(CASE) != null;
            }
        } catch (IOException noZip) {
            return false;
        }
    }

    /// Unpacks a case into a folder that exists: all of it, or nothing. Each capture must have the
    /// hash that it is named by, and the case must be one. Files that are there already stay.
    ///
    /// @param limit how much it may unpack to, as a compressed capture
    /// @return the case
    /// @throws CaseException if it is no packed case, or unpacks to more than it may
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Path read(Path file, Path folder, UnpackLimit limit, RunMonitor monitor) throws IOException {
        return read(file, folder, limit, new TempSpaceLimit(), monitor);
    }

    /// The same.
    ///
    /// @param space what has room in the folder
    static Path read(Path file, Path folder, UnpackLimit limit, TempSpaceLimit space, RunMonitor monitor)
            throws IOException {
        RegularFile.check(file);
        long room = space.besideBytes(folder);
        PackedCase packed = PackedCase.of(file, limit.allowance(Files.size(file), room));
        return packed.unpack(folder, monitor);
    }
}
