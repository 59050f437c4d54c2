package org.sipsleuth.view.export;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.export.Exported;
import org.sipsleuth.media.MediaKind;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.report.output.HumanText;

/// What became of an export, in words.
///
/// @param file what was written
/// @param headline where it is
/// @param details what is in it, a sentence each
record ExportOutcome(Path file, String headline, List<String> details) {

    ExportOutcome {
        details = List.copyOf(details);
    }

    /// Of a file that was written.
    static ExportOutcome of(Exported exported) {
        List<String> details = new ArrayList<>();
        details.add(
                text("export.done.counts", exported.frames(), exported.messages(), HumanText.size(exported.bytes())));
        if (!exported.streams().isEmpty()) {
            details.add(
                    text("export.done.media", exported.streams().stream().filter(s -> isOf(s, MediaKind.RTP)).count(),
                            packets(exported, MediaKind.RTP), packets(exported, MediaKind.RTCP)));
        }
        if (exported.others() > 0) {
            details.add(text("export.done.others", exported.others()));
        }
        if (exported.secrets() > 0) {
            details.add(text("export.done.secrets", exported.secrets()));
        }
        if (!exported.lost().isEmpty()) {
            details.add(text("export.done.lost", String.join("; ", exported.lost())));
        }
        details.add(text("export.done.sha256", exported.sha256()));
        return new ExportOutcome(exported.file(), text("export.done", exported.file().toString()), details);
    }

    /// The same with one sentence more.
    ExportOutcome with(String sentence) {
        List<String> more = new ArrayList<>(details);
        more.add(sentence);
        return new ExportOutcome(file, headline, more);
    }

    private static boolean isOf(MediaStream stream, MediaKind kind) {
        return stream.kind() == kind;
    }

    private static long packets(Exported exported, MediaKind kind) {
        return exported.streams()
                .stream()
                .filter(stream -> isOf(stream, kind))
                .map(MediaStream::extent)
                .mapToLong(extent -> extent.packets() + extent.copies())
                .sum();
    }
}
