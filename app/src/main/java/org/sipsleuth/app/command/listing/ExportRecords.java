package org.sipsleuth.app.command.listing;

import java.io.IOException;
import java.util.List;
import org.sipsleuth.export.Exported;
import org.sipsleuth.media.MediaKind;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;

/// What an export wrote, as one record for other programs or in words. The names of the columns are
/// a contract.
public final class ExportRecords implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.text("file"), Column.text("sha256"),
            Column.number("bytes"), Column.number("frames"), Column.number("messages"), Column.number("other_messages"),
            Column.number("rtp_streams"), Column.number("rtp_packets"), Column.number("rtcp_packets"),
            Column.number("tls_secrets"), Column.list("lost"));

    private final Exported exported;
    private final String name;

    /// @param name the file as the user named it
    public ExportRecords(Exported exported, String name) {
        this.exported = exported;
        this.name = name;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public String[] row(int row) {
        return new String[]{
            name,
            exported.sha256(),
            Long.toString(exported.bytes()),
            Long.toString(exported.frames()),
            Long.toString(exported.messages()),
            Long.toString(exported.others()),
            Long.toString(streams(MediaKind.RTP)),
            Long.toString(packets(MediaKind.RTP)),
            Long.toString(packets(MediaKind.RTCP)),
            Integer.toString(exported.secrets()),
            Column.list(exported.lost())};
    }

    private long streams(MediaKind kind) {
        return exported.streams().stream().filter(stream -> stream.kind() == kind).count();
    }

    private long packets(MediaKind kind) {
        return exported.streams()
                .stream()
                .filter(stream -> stream.kind() == kind)
                .map(MediaStream::extent)
                .mapToLong(extent -> extent.packets() + extent.copies())
                .sum();
    }

    /// Writes the same in words.
    ///
    /// @param hasMedia whether media was wanted
    public void report(boolean hasMedia, Appendable out) throws IOException {
        StringBuilder text = new StringBuilder(name);
        text.append(": ").append(HumanText.count(exported.frames(), "frame"));
        text.append(", ").append(HumanText.count(exported.messages(), "message"));
        if (hasMedia) {
            text.append(", ")
                    .append(HumanText.count(streams(MediaKind.RTP), "RTP stream"))
                    .append(" (")
                    .append(HumanText.count(packets(MediaKind.RTP), "packet"))
                    .append("), ")
                    .append(HumanText.count(packets(MediaKind.RTCP), "RTCP packet"));
        }
        text.append(", ").append(HumanText.size(exported.bytes()));
        text.append("\nSHA-256 ").append(exported.sha256()).append('\n');
        if (exported.others() > 0) {
            text.append(HumanText.count(exported.others(), "message"))
                    .append(" of other dialogs included: they share frames or TLS connections")
                    .append(" with the exported ones\n");
        }
        if (exported.secrets() > 0) {
            text.append(HumanText.count(exported.secrets(), "TLS secret"))
                    .append(" included: anyone with the file can decrypt these connections\n");
        }
        exported.provenance()
                .ifPresent(file -> text.append("provenance: ").append(file.getFileName()).append(" beside it\n"));
        if (!exported.lost().isEmpty()) {
            text.append("lost: ").append(String.join(", ", exported.lost())).append('\n');
        }
        out.append(text);
    }
}
