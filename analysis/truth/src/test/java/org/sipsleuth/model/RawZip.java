package org.sipsleuth.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// A zip of stored entries, whatever stands in them.
public final class RawZip {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<StoredEntry> entries = new ArrayList<>();

    /// Adds an entry with its checksum.
    public RawZip add(String name, byte[] bytes) {
        return add(name, bytes, bytes.length);
    }

    /// Adds an entry that claims to be so long.
    RawZip add(String name, byte[] bytes, long claimed) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        StoredEntry entry = new StoredEntry(name, claimed, (int) crc.getValue(), out.size());
        entries.add(entry);
        out.writeBytes(entry.local());
        out.writeBytes(bytes);
        return this;
    }

    RawZip add(String name, String text) {
        return add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /// All of it, with its directory.
    public byte[] bytes() {
        int begin = out.size();
        entries.forEach(entry -> out.writeBytes(entry.central()));
        out.writeBytes(StoredEntry.end(entries.size(), begin, out.size() - begin));
        return out.toByteArray();
    }
}
