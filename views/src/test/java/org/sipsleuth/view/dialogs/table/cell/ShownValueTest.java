package org.sipsleuth.view.dialogs.table.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.view.dialogs.table.query.ColumnReader;
import org.sipsleuth.view.dialogs.table.query.FieldColumn;
import org.sipsleuth.view.dialogs.table.query.Listed;

class ShownValueTest {

    private static final FieldColumn HINTS = new FieldColumn(DialogField.HINTS);

    /// Hints read messages. The file is mapped; to read what was cut off is a fault in memory.
    @Test
    void aCaptureThatWasCutOffLeavesCellsEmpty(@TempDir Path folder) throws IOException {
        SampleCapture sample = SampleCaptures.list()
                .stream()
                .filter(each -> each.file().equals("dropped.pcap"))
                .findFirst()
                .orElseThrow();
        Path file = SampleCaptures.copyTo(sample, folder);
        SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
        assertFalse(hints(index).isEmpty());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(24);
        }
        assertEquals("", hints(index));
    }

    private static String hints(SipIndex index) {
        ColumnReader reader = new ColumnReader(Listed.of(index));
        StringBuilder all = new StringBuilder();
        IntStream.range(0, index.dialogs().size())
                .forEach(dialog -> all.append(ShownValue.whole(HINTS, reader, dialog)));
        return all.toString();
    }
}
