package org.sipsleuth.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;

/// Writes the file beside an exported pcap file that names its SHA-256 and, unless it is
/// anonymised, the origin of its frames (docs/EXPORT.md). Equal exports give equal bytes.
public final class ProvenanceFile {

    /// The schema of the files.
    static final String SCHEMA = "sipsleuth-provenance-1";

    private ProvenanceFile() {}

    /// Writes it, and leaves the stream open.
    static void write(Exported exported, OutputStream out) throws IOException {
        String name = String.valueOf(Objects.requireNonNull(exported.file().getFileName()));
        write(name, exported.sha256(), exported.bytes(), exported.origin(), out);
    }

    /// The same of any pcap file that SipSleuth writes.
    ///
    /// @param name the name of the pcap file
    /// @param sha256 its SHA-256, in lower-case hexadecimal
    /// @param bytes its size
    /// @param notes the origin of the frames, in words
    public static void write(String name, String sha256, long bytes, List<String> notes, OutputStream out)
            throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(printer);
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            json.writeObjectFieldStart("capture");
            json.writeStringField("file", name);
            json.writeStringField("sha256", sha256);
            json.writeNumberField("bytes", bytes);
            json.writeEndObject();
            json.writeArrayFieldStart("notes");
            for (String note : notes) {
                json.writeString(note);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
