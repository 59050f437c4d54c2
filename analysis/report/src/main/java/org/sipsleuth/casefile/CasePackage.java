package org.sipsleuth.casefile;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.capture.name.FileName;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.store.CaseException;
import org.sipsleuth.casefile.store.CaseException.Reason;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
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

    private static final String CASE = "case.case";
    private static final Pattern CAPTURE =
            Pattern.compile(EvidenceSearch.CAPTURES + "/([0-9a-f]{64})\\.[a-z0-9]{1,8}");
    private static final Pattern EXTENSION = Pattern.compile(".*\\.([A-Za-z0-9]{1,8})");

    /// A case or a capture that unpacks to more is refused.
    private static final long MOST_BYTES = 1L << 40;

    private static final int MOST_ENTRIES = 100_000;

    private CasePackage() {}

    /// Packs a case.
    ///
    /// @param chosen the captures that go with it
    /// @param folders where captures may be that are no longer where they were seen
    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if one changes meanwhile
    public static Packed write(
            CaseFile opened,
            Collection<Evidence> chosen,
            List<Path> folders,
            OutputFile target,
            RunMonitor monitor)
            throws IOException {
        List<Evidence> packed = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        List<Evidence> missing = new ArrayList<>();
        EvidenceSearch search = EvidenceSearch.near(opened.file(), folders);
        target.write(
                out -> {
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
        return "%s/%s.%s"
                .formatted(
                        EvidenceSearch.CAPTURES,
                        evidence.sha256(),
                        extension.matches()
                                ? extension.group(1).toLowerCase(java.util.Locale.ROOT)
                                : "pcap");
    }

    /// Unpacks a case into a folder that exists: all of it, or nothing. Each capture must have the
    /// hash that it is named by. Files that are there already stay.
    ///
    /// @return the case
    /// @throws CaseException if it is no packed case
    public static Path read(Path file, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<ZipEntry> entries = entries(file, zip);
            Path captures = folder.resolve(EvidenceSearch.CAPTURES);
            if (entries.size() > 1) {
                Files.createDirectories(captures);
            }
            List<OutputFile> outputs = new ArrayList<>();
            try {
                for (ZipEntry entry : entries) {
                    OutputFile output =
                            OutputFile.at(folder.resolve(entry.getName()), OutputRules.NEW_FILES);
                    outputs.add(output);
                    unpack(file, zip, entry, output.stream());
                }
                OutputFile.commit(outputs);
            } finally {
                for (OutputFile output : outputs) {
                    output.close();
                }
            }
            return folder.resolve(CASE);
        } catch (ZipException noZip) {
            throw bad(file, FileName.last(file));
        }
    }

    private static CaseException bad(Path file, String what) {
        return new CaseException(Reason.BAD_PACKAGE, file, null, what);
    }

    private static List<ZipEntry> entries(Path file, ZipFile zip) throws CaseException {
        List<ZipEntry> entries = new ArrayList<>();
        boolean hasCase = false;
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            boolean isCase = entry.getName().equals(CASE);
            boolean isKnown = isCase ? !hasCase : CAPTURE.matcher(entry.getName()).matches();
            if (!isKnown || entries.size() == MOST_ENTRIES) {
                throw bad(file, entry.getName());
            }
            hasCase |= isCase;
            entries.add(entry);
        }
        if (!hasCase) {
            throw bad(file, CASE);
        }
        return entries;
    }

    private static void unpack(Path file, ZipFile zip, ZipEntry entry, OutputStream out)
            throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in =
                new DigestInputStream(new Limited(zip.getInputStream(entry)), digest)) {
            in.transferTo(out);
        }
        Matcher capture = CAPTURE.matcher(entry.getName());
        if (capture.matches()
                && !capture.group(1).equals(HexFormat.of().formatHex(digest.digest()))) {
            throw bad(file, entry.getName());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Ends in a failure where a few bytes unpack to more than any disk has.
    private static final class Limited extends FilterInputStream {

        private long left = MOST_BYTES;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            left -= Math.max(0, read);
            if (left < 0) {
                throw new ZipException("more than %,d bytes".formatted(MOST_BYTES));
            }
            return read;
        }
    }
}
