package org.sipsleuth.casefile;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.file.CaptureHead;
import org.sipsleuth.capture.file.RegularFile;
import org.sipsleuth.capture.file.UnpackLimit.Allowance;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.casefile.store.CaseException;
import org.sipsleuth.casefile.store.CaseException.Reason;
import org.sipsleuth.casefile.store.CaseHeader;
import org.sipsleuth.casefile.store.CaseStore;
import org.sipsleuth.casefile.store.CaseTable;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputFolder;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.EnumTexts;
import org.sipsleuth.text.FileName;

/// A zip that somebody else made, unpacked if it is what [CasePackage] writes.
///
/// The directory at its end is checked before anything is written: names, one capture for each
/// hash, and the bytes that all of it unpacks to. Then the entries are read from the first byte on,
/// one after the other; each must be what the directory states at this place, so that no two share
/// bytes, and none is hidden.
final class PackedCase {

    private static final int CHUNK_BYTES = 1 << 16;
    private static final int MOST_ENTRIES = 100_000;

    /// A case is packed from memory, and no array is larger.
    private static final long MOST_CASE_BYTES = Integer.MAX_VALUE;

    /// Why it is not a packed case.
    enum Fault {
        NO_ZIP, NO_CASE, TOO_MANY, NAME, TWICE, DIFFERS, HASH, CASE, NO_EVIDENCE, NO_CAPTURE;

        String text(Object... arguments) {
            return EnumTexts.text(this, arguments);
        }
    }

    private final Path file;
    private final List<ZipEntry> entries;
    private final long bytes;

    private PackedCase(Path file, List<ZipEntry> entries, long bytes) {
        this.file = file;
        this.entries = entries;
        this.bytes = bytes;
    }

    /// Reads the directory of a zip.
    ///
    /// @throws CaseException if it cannot be that of a packed case, or names more bytes than
    /// allowed
    static PackedCase of(Path file, Allowance allowance) throws IOException {
        List<ZipEntry> entries = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw bad(file, Fault.TOO_MANY, MOST_ENTRIES);
            }
            Enumeration<? extends ZipEntry> all = zip.entries();
            while (all.hasMoreElements()) {
                entries.add(all.nextElement());
            }
        } catch (ZipException noZip) {
            throw bad(file, Fault.NO_ZIP);
        }
        checkNames(file, entries);
        long bytes = 0;
        for (ZipEntry each : entries) {
            long size = each.getSize();
            boolean isTooLarge = each.getName().equals(CasePackage.CASE) && size > MOST_CASE_BYTES;
            if (size < 0 || size > allowance.bytes() - bytes || isTooLarge) {
                throw tooLarge(file, entries, allowance);
            }
            bytes += size;
        }
        return new PackedCase(file, entries, bytes);
    }

    private static CaseException bad(Path file, Fault fault, Object... arguments) {
        return new CaseException(Reason.BAD_PACKAGE, file, null, fault.text(arguments));
    }

    private static CaseException tooLarge(Path file, List<ZipEntry> entries, Allowance allowance) {
        double bytes = entries.stream().mapToDouble(ZipEntry::getSize).sum();
        Reason reason = allowance.byRoom() ? Reason.PACKAGE_SPACE : Reason.PACKAGE_LIMIT;
        return new CaseException(reason, file, null, bytes, allowance.bytes());
    }

    private static void checkNames(Path file, List<ZipEntry> entries) throws CaseException {
        boolean hasCase = false;
        Set<String> hashes = new HashSet<>();
        for (ZipEntry each : entries) {
            Matcher capture = CasePackage.CAPTURE.matcher(each.getName());
            boolean isCase = each.getName().equals(CasePackage.CASE);
            if (!isCase && !capture.matches()) {
                throw bad(file, Fault.NAME, each.getName());
            }
            if (isCase ? hasCase : !hashes.add(capture.group(1))) {
                throw bad(file, Fault.TWICE, each.getName());
            }
            hasCase |= isCase;
        }
        if (!hasCase) {
            throw bad(file, Fault.NO_CASE);
        }
    }

    /// Unpacks all of it into a folder, or nothing. Captures come before the case, so that no
    /// case is ever there without its captures.
    ///
    /// @return the case
    Path unpack(Path folder, RunMonitor monitor) throws IOException {
        OutputFile itself = OutputFile.at(folder.resolve(CasePackage.CASE), OutputRules.NEW_FILES);
        Map<String, OutputFile> captures = new LinkedHashMap<>();
        try (OutputFolder _ = entries.size() > 1 ? OutputFolder.at(folder.resolve(EvidenceSearch.CAPTURES)) : null;
                Closeable _ = () -> closeAll(captures.values()); // before the folder, which is empty then
                itself; InputStream whole = RegularFile.open(file);
                ZipInputStream in = new ZipInputStream(new BufferedInputStream(whole, CHUNK_BYTES))) {
            long done = 0;
            for (ZipEntry entry : entries) {
                OutputFile output = itself;
                Matcher capture = CasePackage.CAPTURE.matcher(entry.getName());
                if (capture.matches()) {
                    String name = CasePackage.entryName(capture.group(1), entry.getName());
                    output = OutputFile.at(folder.resolve(name), OutputRules.NEW_FILES);
                    captures.put(capture.group(1), output);
                }
                unpack(in, entry, output.stream(), done, monitor);
                done += entry.getSize();
            }
            if (in.getNextEntry() != null) {
                throw bad(file, Fault.DIFFERS, CasePackage.CASE);
            }
            monitor.throwIfCancelled();
            check(evidence(itself.written()), captures);
            OutputFile.commit(Stream.concat(captures.values().stream(), Stream.of(itself)).toList());
        } catch (ZipException | IllegalArgumentException | EOFException damaged) {
            throw bad(file, Fault.NO_ZIP);
        }
        return itself.target();
    }

    private static void closeAll(Collection<OutputFile> outputs) throws IOException {
        for (OutputFile output : outputs) {
            output.close();
        }
    }

    /// @param before how many bytes were unpacked of other entries
    private void unpack(ZipInputStream in, ZipEntry entry, OutputStream out, long before, RunMonitor monitor)
            throws IOException {
        ZipEntry local = in.getNextEntry();
        if (local == null || !isBegin(local, entry)) {
            throw bad(file, Fault.DIFFERS, entry.getName());
        }
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK_BYTES];
        boolean isCase = entry.getName().equals(CasePackage.CASE);
        long done = 0;
        int read = in.readNBytes(chunk, 0, chunk.length);
        if (isCase && !CaseHeader.isOfCase(chunk, read)) {
            throw bad(file, Fault.CASE, Reason.NOT_A_CASE.text());
        }
        for (; read > 0; read = in.readNBytes(chunk, 0, chunk.length)) {
            monitor.throwIfCancelled();
            monitor.progress(new Progress("Unpacking", before + done, bytes));
            done += read;
            if (done > entry.getSize()) {
                throw bad(file, Fault.DIFFERS, entry.getName());
            }
            digest.update(chunk, 0, read);
            out.write(chunk, 0, read);
        }
        boolean isSame = done == entry.getSize() && local.getSize() == entry.getSize()
                && local.getCompressedSize() == entry.getCompressedSize() && local.getCrc() == entry.getCrc();
        if (!isSame) {
            throw bad(file, Fault.DIFFERS, entry.getName());
        }
        Matcher capture = CasePackage.CAPTURE.matcher(entry.getName());
        if (capture.matches() && !capture.group(1).equals(HexFormat.of().formatHex(digest.digest()))) {
            throw bad(file, Fault.HASH, entry.getName());
        }
    }

    /// Sizes and CRC of an entry can follow its bytes.
    private static boolean isBegin(ZipEntry local, ZipEntry entry) {
        return local.getName().equals(entry.getName()) && local.getMethod() == entry.getMethod();
    }

    /// The captures that the case names, by their SHA-256.
    private Set<String> evidence(Path written) throws IOException {
        try (CaseStore store = CaseStore.openReadOnly(written, Author.READER)) {
            return store.rows(CaseTable.EVIDENCE)
                    .stream()
                    .map(row -> Evidence.of(row).sha256())
                    .collect(Collectors.toSet());
        } catch (CaseException obstacle) {
            String all = String.valueOf(obstacle.getMessage());
            String sentence = all.substring(FileName.text(written).length() + ": ".length());
            throw bad(file, Fault.CASE, sentence);
        }
    }

    private void check(Set<String> evidence, Map<String, OutputFile> captures) throws IOException {
        for (Map.Entry<String, OutputFile> each : captures.entrySet()) {
            if (!evidence.contains(each.getKey())) {
                throw bad(file, Fault.NO_EVIDENCE, each.getKey());
            }
            try {
                CaptureHead.of(each.getValue().written()).format();
            } catch (CaptureFormatException none) {
                throw bad(file, Fault.NO_CAPTURE, each.getKey(), String.valueOf(none.getMessage()));
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
