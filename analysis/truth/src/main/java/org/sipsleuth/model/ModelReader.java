package org.sipsleuth.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.sipsleuth.model.array.ArrayLayout;
import org.sipsleuth.model.array.ModelArray;

/// Reads a model file from its first byte to its last, once. Every size is checked against what is
/// left of the file before memory is taken for it.
final class ModelReader {

    private static final int MOST_ZIP_BYTES = 1 << 20;
    private static final long MOST_BYTES = ArrayLayout.MOST_BYTES + FactsJson.MOST_BYTES + MOST_ZIP_BYTES;

    private final ZipBytes zip;
    private final List<StoredEntry> entries = new ArrayList<>();

    private ModelReader(ZipBytes zip) {
        this.zip = zip;
    }

    /// Reads a model.
    ///
    /// @param length how many bytes there are
    static ModelFile read(InputStream in, long length) throws IOException {
        if (length > MOST_BYTES) {
            throw new ModelFormatException("", "not a SipSleuth model (larger than 1 GiB)");
        }
        return new ModelReader(new ZipBytes(in, length)).model();
    }

    private ModelFile model() throws IOException {
        checkBegin();
        FactsMapping facts = FactsMapping.of(FactsJson.read(facts()));
        List<ModelArray> arrays = new ArrayList<>();
        for (ArrayLayout layout : facts.arrays()) {
            arrays.add(array(layout));
        }
        new ZipDirectory(zip, entries).check();
        zip.end();
        return new ModelFile(facts, arrays, zip.at(), zip.sha256());
    }

    private void checkBegin() throws IOException {
        if (zip.left() < StoredEntry.END_BYTES) {
            throw new ModelFormatException("", "not a SipSleuth model (no ZIP archive)");
        }
        int signature = zip.take(Integer.BYTES, "").getInt();
        if (signature == StoredEntry.END) {
            throw new ModelFormatException("", "not a SipSleuth model (empty ZIP archive)");
        }
        if (signature != StoredEntry.LOCAL) {
            throw new ModelFormatException("", "not a SipSleuth model (no ZIP archive)");
        }
    }

    private byte[] facts() throws IOException {
        LocalHeader header = LocalHeader.read(zip);
        if (!header.name().equals(FactsJson.ENTRY)) {
            throw new ModelFormatException("",
                    "not a SipSleuth model (ZIP archive begins with %s instead of facts.json)"
                            .formatted(ModelFormatException.quoted(header.name())));
        }
        if (header.checkedBytes() > FactsJson.MOST_BYTES) {
            throw new ModelFormatException(FactsJson.ENTRY, "is larger than 16 MiB");
        }
        zip.beginCrc();
        byte[] json = zip.take((int) header.bytes(), FactsJson.ENTRY).array();
        finish(header);
        return json;
    }

    private ModelArray array(ArrayLayout layout) throws IOException {
        String name = ModelWriter.entry(layout);
        int signature = zip.take(Integer.BYTES, name).getInt();
        if (signature == StoredEntry.CENTRAL) {
            throw new ModelFormatException(name, "is missing");
        }
        if (signature != StoredEntry.LOCAL) {
            throw new ModelFormatException(name, "no ZIP entry at the expected position");
        }
        LocalHeader header = LocalHeader.read(zip);
        if (!header.name().equals(name)) {
            throw new ModelFormatException(name,
                    "is not where its facts have it; there is " + ModelFormatException.quoted(header.name()));
        }
        if (header.checkedBytes() != layout.bytes()) {
            throw new ModelFormatException(name, "has %d bytes; its shape %s needs %d".formatted(header.bytes(),
                    layout.shapeText(), layout.bytes()));
        }
        if (header.bytes() > zip.left()) {
            throw ZipBytes.cutShort(name);
        }
        zip.beginCrc();
        ModelArray array = ModelArray.read(layout, zip::fill);
        finish(header);
        OptionalInt place = array.firstNotFinite();
        if (place.isPresent()) {
            throw new ModelFormatException(name, "value %d is not a finite number".formatted(place.getAsInt()));
        }
        return array;
    }

    private void finish(LocalHeader header) throws ModelFormatException {
        if (zip.crc() != header.crc()) {
            throw new ModelFormatException(header.name(), "is damaged (wrong checksum)");
        }
        entries.add(header.entry());
    }

    /// What stands before the bytes of an entry (APPNOTE 4.3.7), behind its signature.
    private record LocalHeader(StoredEntry entry, int flags, int method, long packed, int more) {

        private static final int SHORT = 0xffff;
        private static final long INT = 0xffffffffL;

        static LocalHeader read(ZipBytes zip) throws IOException {
            long offset = zip.at() - Integer.BYTES;
            int size = StoredEntry.LOCAL_BYTES - Integer.BYTES;
            ByteBuffer header = zip.take(size, "an entry").position(2);
            int flags = header.getShort() & SHORT;
            int method = header.getShort() & SHORT;
            header.getInt(); // time and date say nothing
            int crc = header.getInt();
            long packed = header.getInt() & INT;
            long bytes = header.getInt() & INT;
            int nameBytes = header.getShort() & SHORT;
            int more = header.getShort() & SHORT;
            byte[] path = zip.take(nameBytes, "an entry").array();
            String name = new String(path, StandardCharsets.UTF_8);
            return new LocalHeader(new StoredEntry(name, bytes, crc, offset), flags, method, packed, more);
        }

        String name() {
            return entry.name();
        }

        long bytes() {
            return entry.bytes();
        }

        int crc() {
            return entry.crc();
        }

        /// How long it is, if it is plain.
        long checkedBytes() throws ModelFormatException {
            if ((flags & 1) != 0) {
                throw new ModelFormatException(name(), "is encrypted");
            }
            if (method != 0 || packed != entry.bytes()) {
                throw new ModelFormatException(name(), "is compressed; model entries must be stored uncompressed");
            }
            if ((flags & ~StoredEntry.UTF8_NAMES) != 0 || more != 0) {
                throw new ModelFormatException(name(), "its ZIP header has unexpected flags or extra fields");
            }
            return entry.bytes();
        }
    }
}
