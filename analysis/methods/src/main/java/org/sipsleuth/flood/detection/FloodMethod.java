package org.sipsleuth.flood.detection;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.flood.training.LabelledWindows;
import org.sipsleuth.model.BundledModel;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;

/// Paper 2 as one of the methods. It learns floods by their labels: captures without ground-truth
/// files hold none.
public final class FloodMethod implements Method {

    private static final BundledModel SHIPPED = new BundledModel(FloodMethod.class, "floods.model");

    /// Fewer windows of floods, or of other calls, teach a network nothing.
    private static final int LEAST_WINDOWS = 100;

    @Override
    public String name() {
        return FloodModel.KIND;
    }

    @Override
    public MethodTexts texts() {
        return FloodFindings.TEXTS;
    }

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.INVITE_FLOOD);
    }

    @Override
    public boolean needsLabels() {
        return true;
    }

    @Override
    public List<Setting> settings() {
        return FloodOptions.SETTINGS;
    }

    @Override
    public List<DynamicField> fields(Optional<? extends Detection> detection) {
        return FloodFields.of(detection.filter(FloodDetection.class::isInstance).map(FloodDetection.class::cast));
    }

    @Override
    public ModelFile train(TrainingRequest request, RunMonitor monitor, Consumer<String> news) throws SettingException {
        Settings values = Settings.of(settings(), request.settings());
        FloodSettings settings = FloodOptions.settings(values, request.seed());
        LabelledWindows windows = FloodTrainer.windows(request.baseline(), request.labels(), settings.windows(),
                settings.mostOfFile(), monitor);
        int malicious = windows.maliciousCount();
        if (malicious == 0) {
            throw new IllegalArgumentException(texts().text("train.no.floods", windows.size()));
        }
        if (malicious == windows.size()) {
            throw new IllegalArgumentException(texts().text("train.only.floods", malicious));
        }
        if (Math.min(malicious, windows.size() - malicious) < LEAST_WINDOWS) {
            throw new IllegalArgumentException(
                    texts().text("train.too.few", malicious, windows.size() - malicious, LEAST_WINDOWS));
        }
        news.accept(String.format(Locale.ROOT, "windows of INVITEs: %,d in floods, %,d legitimate", malicious,
                windows.size() - malicious));
        FloodModel trained = FloodTrainer.fit(windows, settings, request.facts(), monitor, news);
        new FloodTrainingEffect(windows, bundled(), trained).lines().stream().map(Sentence::text).forEach(news);
        return trained.file();
    }

    @Override
    public ModelFile shipped() throws IOException {
        return SHIPPED.open();
    }

    private FloodModel bundled() {
        try {
            return FloodModel.open(shipped());
        } catch (IOException impossible) {
            throw new IllegalStateException("the bundled model can be read", impossible);
        }
    }

    @Override
    public Detector detector(ModelFile file) throws ModelFormatException {
        return new FloodDetector(FloodModel.open(file));
    }
}
