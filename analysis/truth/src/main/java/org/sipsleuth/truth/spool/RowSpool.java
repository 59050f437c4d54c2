package org.sipsleuth.truth.spool;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Rows of JSON that wait in a temporary file, which goes with the program whatever happens.
public final class RowSpool implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel channel;
    private final JsonGenerator rows;

    /// @param directory the directory of its file
    public RowSpool(JsonFactory factory, Path directory) throws IOException {
        channel = open(directory);
        rows = factory.createGenerator(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES),
                JsonEncoding.UTF8);
        rows.setRootValueSeparator(new SerializedString(",\n"));
    }

    /// A temporary file without a name, so that nothing of it is left when the process is killed.
    static FileChannel open(Path directory) throws IOException {
        Path file = Files.createTempFile(directory, ".sipsleuth-", ".spool");
        try {
            return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /// Takes rows, one object after the other.
    public JsonGenerator rows() {
        return rows;
    }

    /// Copies all rows, with a comma between them.
    public void copyTo(OutputStream out) throws IOException {
        rows.flush();
        channel.position(0);
        InputStream all = Channels.newInputStream(channel);
        all.transferTo(out);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
