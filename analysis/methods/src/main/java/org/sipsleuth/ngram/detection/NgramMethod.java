package org.sipsleuth.ngram.detection;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.model.BundledModel;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;

/// Paper 3 as one of the methods. Its models contain messages of the training traffic.
public final class NgramMethod implements Method {

    static final MethodTexts TEXTS = MethodTexts.beside(NgramMethod.class);

    private static final BundledModel SHIPPED = new BundledModel(NgramMethod.class, "messages.model");

    /// The model that was opened last: what it makes when it first explains a message takes long,
    /// and serves the next capture too.
    private static @Nullable NgramModel opened;

    private static synchronized NgramModel open(ModelFile file) throws ModelFormatException {
        NgramModel known = opened;
        if (known == null || !known.file().equals(file)) {
            known = NgramModel.open(file);
            opened = known;
        }
        return known;
    }

    @Override
    public String name() {
        return NgramModel.KIND;
    }

    @Override
    public MethodTexts texts() {
        return TEXTS;
    }

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.CONTENT_ANOMALY, IncidentKind.FUZZING);
    }

    @Override
    public boolean learnsNormalTraffic() {
        return true;
    }

    /// Hosts and users in their usual places are replaced by `*`, and count neither here nor there.
    @Override
    public Map<String, String> settingsWithoutNames() {
        return NgramOptions.WITHOUT_NAMES;
    }

    @Override
    public List<Setting> settings() {
        return NgramOptions.SETTINGS;
    }

    @Override
    public List<DynamicField> fields(Optional<? extends Detection> detection) {
        return NgramFields.of(detection.filter(NgramDetection.class::isInstance).map(NgramDetection.class::cast));
    }

    @Override
    public ModelFile train(TrainingRequest request, RunMonitor monitor, Consumer<String> news) throws SettingException {
        Settings values = Settings.of(settings(), request.settings());
        return NgramTrainer.fit(request, NgramOptions.settings(values), monitor, news).file();
    }

    @Override
    public ModelFile shipped() throws IOException {
        return SHIPPED.open();
    }

    @Override
    public Detector detector(ModelFile file) throws ModelFormatException {
        return new NgramDetector(open(file));
    }
}
