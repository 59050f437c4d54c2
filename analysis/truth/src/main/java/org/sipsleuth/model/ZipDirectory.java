package org.sipsleuth.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The directory at the end of a zip, which must say what its entries say.
final class ZipDirectory {

    private static final String WHERE = "the ZIP directory";
    private static final int LOCAL_NAME_LENGTH = 26;

    private final ZipBytes zip;
    private final List<StoredEntry> entries;

    /// @param entries those that were read, in their order
    ZipDirectory(ZipBytes zip, List<StoredEntry> entries) {
        this.zip = zip;
        this.entries = entries;
    }

    /// Reads it, up to the end of the zip.
    void check() throws IOException {
        long begin = zip.at();
        for (StoredEntry entry : entries) {
            checkSignature(StoredEntry.CENTRAL);
            check(entry);
        }
        byte[] end = StoredEntry.end(entries.size(), begin, zip.at() - begin);
        checkSignature(StoredEntry.END);
        ByteBuffer rest = zip.take(end.length - Integer.BYTES, WHERE);
        if (!rest.equals(ByteBuffer.wrap(end, Integer.BYTES, end.length - Integer.BYTES))) {
            throw disagreement();
        }
    }

    private void checkSignature(int expected) throws IOException {
        int signature = zip.take(Integer.BYTES, WHERE).getInt();
        if (signature == StoredEntry.LOCAL) {
            throw surplus();
        }
        if (signature != expected) {
            throw disagreement();
        }
    }

    /// What refuses an entry behind the last that there must be.
    private ModelFormatException surplus() throws IOException {
        ByteBuffer header = zip.take(StoredEntry.LOCAL_BYTES - Integer.BYTES, WHERE);
        int length = header.getShort(LOCAL_NAME_LENGTH - Integer.BYTES) & 0xffff;
        String name = new String(zip.take(length, WHERE).array(), StandardCharsets.UTF_8);
        boolean isTwice = entries.stream().anyMatch(entry -> entry.name().equals(name));
        return new ModelFormatException(ModelFormatException.quoted(name),
                isTwice ? "occurs twice" : "is not listed in facts.json");
    }

    private void check(StoredEntry entry) throws IOException {
        ByteBuffer expected = ByteBuffer.wrap(entry.central()).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer found = zip.take(expected.limit() - Integer.BYTES, entry.name());
        boolean agrees = found.getShort(4) == 0 || found.getShort(4) == StoredEntry.UTF8_NAMES;
        // All but the version that made it, flags, time and the rights of the file.
        for (int at : List.of(6, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 38, 40)) {
            agrees &= found.getShort(at) == expected.getShort(at + Integer.BYTES);
        }
        ByteBuffer name = found.slice(42, found.limit() - 42);
        if (!agrees || !name.equals(expected.slice(46, expected.limit() - 46))) {
            throw new ModelFormatException(ModelFormatException.quoted(entry.name()), "differs from the ZIP directory");
        }
    }

    private static ModelFormatException disagreement() {
        return new ModelFormatException(WHERE, "does not match the entries of the file");
    }
}
