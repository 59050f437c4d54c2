package org.sipsleuth.view.social.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.Training;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.social.detection.SocialMethod;
import org.sipsleuth.view.session.model.BaselineFacts;
import org.sipsleuth.view.session.model.NormalLearning;

/// Learns what is usual of the users of a table, as `train social --csv-records` does.
///
/// @param table whose calls are learned
/// @param program the version of the program
public record TableLearning(TableCalls table, String program) implements NormalLearning.Source {

    @Override
    public NormalLearning.Learned learn(RunMonitor monitor) throws IOException {
        Training.Input input = Training.Input.ofTable(table.name(), OpenedFile.of(table.file()).sha256(monitor),
                table.calls().records().size());
        List<String> remarks = new ArrayList<>();
        try {
            ModelFile model = new SocialMethod().train(table.calls().records(),
                    BaselineFacts.of(table.name(), List.of(input), program), Map.of(), NormalLearning.SEED, monitor,
                    remarks::add);
            return new NormalLearning.Learned(model, remarks);
        } catch (SettingException wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        }
    }
}
