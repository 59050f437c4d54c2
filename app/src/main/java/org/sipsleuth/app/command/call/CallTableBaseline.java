package org.sipsleuth.app.command.call;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.RowCount;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.model.Training;
import org.sipsleuth.text.FileName;

/// Tables of call records as a baseline.
///
/// @param records their calls
/// @param inputs the tables, as a model states them
public record CallTableBaseline(CallRecords records, List<Training.Input> inputs) {

    /// Takes a copy.
    public CallTableBaseline {
        inputs = List.copyOf(inputs);
    }

    /// Reads tables.
    ///
    /// @return empty if none can be read
    /// @throws IOException if one that was read cannot be read again for its SHA-256
    public static Optional<CallTableBaseline> read(CallTables tables, List<String> files, ProgressLine progress)
            throws IOException {
        Optional<CallRecords> records = tables.joined(files, progress);
        if (records.isEmpty()) {
            return Optional.empty();
        }
        List<Training.Input> inputs = new ArrayList<>();
        for (Map.Entry<String, RowCount> table : tables.counts().entrySet()) {
            OpenedFile file = OpenedFile.of(FileName.path(table.getKey()));
            inputs.add(Training.Input.ofTable(FileName.last(file.path()), file.sha256(progress),
                    table.getValue().calls()));
        }
        return Optional.of(new CallTableBaseline(records.get(), inputs));
    }
}
