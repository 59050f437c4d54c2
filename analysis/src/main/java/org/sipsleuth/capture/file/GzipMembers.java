package org.sipsleuth.capture.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// Unpacks gzip, member after member. The JDK's stream goes from one member to the next by calling
/// itself, so that very many empty ones would fill the stack; here they are gone through in a loop.
final class GzipMembers extends GZIPInputStream {

    private boolean reads;

    /// @param size of the chunks that are unpacked at a time
    GzipMembers(InputStream packed, int size) throws IOException {
        super(packed, size);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (reads) {
            return 0; // the JDK's stream calls itself at the beginning of a member
        }
        reads = true;
        try {
            int read = super.read(bytes, from, length);
            while (read == 0 && length > 0) {
                read = super.read(bytes, from, length);
            }
            return read;
        } finally {
            reads = false;
        }
    }
}
