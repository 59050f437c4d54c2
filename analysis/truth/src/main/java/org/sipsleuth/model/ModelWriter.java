package org.sipsleuth.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.sipsleuth.model.array.ArrayLayout;
import org.sipsleuth.model.array.ModelArray;

/// Writes a model file: the same content always as the same bytes.
final class ModelWriter {

    private static final String FOLDER = "weights/";

    private final OutputStream out;
    private final List<StoredEntry> entries = new ArrayList<>();
    private long offset;

    private ModelWriter(OutputStream out) {
        this.out = out;
    }

    /// The path of an array within the zip.
    static String entry(ArrayLayout layout) {
        return FOLDER + layout.name() + "." + layout.type().ending();
    }

    /// Writes all of a model.
    ///
    /// @return how many bytes that were
    static long write(FactsMapping facts, List<ModelArray> arrays, OutputStream out) throws IOException {
        ModelWriter writer = new ModelWriter(out);
        writer.facts(FactsJson.write(facts.toFacts()));
        for (ModelArray array : arrays) {
            writer.array(array);
        }
        writer.directory();
        return writer.offset;
    }

    private void facts(byte[] json) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(json);
        begin(FactsJson.ENTRY, json.length, crc);
        write(json);
    }

    private void array(ModelArray array) throws IOException {
        CRC32 crc = new CRC32();
        chunks(array, crc::update);
        begin(entry(array.layout()), array.layout().bytes(), crc);
        chunks(array, this::write);
    }

    /// Takes the bytes of an array, a chunk at a time.
    @FunctionalInterface
    private interface Taker {
        void take(ByteBuffer bytes) throws IOException;
    }

    private static void chunks(ModelArray array, Taker taker) throws IOException {
        ByteBuffer chunk = ModelArray.chunk(array.layout().bytes());
        int size = array.layout().size();
        for (int at = 0; at < size;) {
            at = array.put(at, chunk.clear());
            taker.take(chunk.flip());
        }
    }

    private void begin(String name, long bytes, CRC32 crc) throws IOException {
        StoredEntry entry = new StoredEntry(name, bytes, (int) crc.getValue(), offset);
        entries.add(entry);
        write(entry.local());
    }

    private void directory() throws IOException {
        long begin = offset;
        for (StoredEntry entry : entries) {
            write(entry.central());
        }
        write(StoredEntry.end(entries.size(), begin, offset - begin));
    }

    private void write(ByteBuffer bytes) throws IOException {
        int from = bytes.arrayOffset() + bytes.position();
        out.write(bytes.array(), from, bytes.remaining());
        offset += bytes.remaining();
    }

    private void write(byte[] bytes) throws IOException {
        write(ByteBuffer.wrap(bytes));
    }
}
