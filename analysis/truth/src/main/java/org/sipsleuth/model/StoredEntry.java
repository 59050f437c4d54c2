package org.sipsleuth.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// An entry of a zip that is stored as it is, without compression.
///
/// The time of every entry is the first that zip knows, so that the same content gives the same
/// bytes. The names are those of PKWARE's APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16.
///
/// @param name its path within the zip
/// @param bytes how long it is
/// @param crc the CRC-32 of its bytes
/// @param offset where its local header begins
record StoredEntry(String name, long bytes, int crc, long offset) {

    static final int LOCAL = 0x04034b50;
    static final int CENTRAL = 0x02014b50;
    static final int END = 0x06054b50;
    static final int LOCAL_BYTES = 30;
    static final int CENTRAL_BYTES = 46;
    static final int END_BYTES = 22;
    static final int UTF8_NAMES = 1 << 11;

    private static final short VERSION_1_0 = 10;
    private static final short UNIX_VERSION_1_0 = 3 << 8 | VERSION_1_0;
    private static final short FIRST_OF_JANUARY_1980 = 0x21;

    /// A plain file that its owner may change.
    private static final int UNIX_MODE = 0100644 << 16;

    /// A buffer in the byte order of zip.
    static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] nameBytes() {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /// What stands before its bytes.
    byte[] local() {
        byte[] path = nameBytes();
        ByteBuffer header = ByteBuffer.allocate(LOCAL_BYTES + path.length);
        header.order(ByteOrder.LITTLE_ENDIAN).putInt(LOCAL);
        common(header, path);
        header.put(path);
        return header.array();
    }

    /// Its line in the directory at the end of the file.
    byte[] central() {
        byte[] path = nameBytes();
        ByteBuffer header = ByteBuffer.allocate(CENTRAL_BYTES + path.length);
        header.order(ByteOrder.LITTLE_ENDIAN).putInt(CENTRAL);
        common(header.putShort(UNIX_VERSION_1_0), path);
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        header.putInt(UNIX_MODE).putInt((int) offset).put(path);
        return header.array();
    }

    private void common(ByteBuffer header, byte[] path) {
        header.putShort(VERSION_1_0).putShort((short) 0).putShort((short) 0);
        header.putShort((short) 0).putShort(FIRST_OF_JANUARY_1980);
        header.putInt(crc).putInt((int) bytes).putInt((int) bytes);
        header.putShort((short) path.length).putShort((short) 0);
    }

    /// What stands at the end of the file.
    ///
    /// @param count how many entries there are
    /// @param offset where the directory begins
    /// @param bytes how long it is
    static byte[] end(int count, long offset, long bytes) {
        ByteBuffer record = ByteBuffer.allocate(END_BYTES);
        record.order(ByteOrder.LITTLE_ENDIAN).putInt(END).putInt(0);
        record.putShort((short) count).putShort((short) count);
        record.putInt((int) bytes).putInt((int) offset).putShort((short) 0);
        return record.array();
    }
}
