package org.sipsleuth.hops;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.model.Facts;
import org.sipsleuth.model.ModelFacts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.ModelType;
import org.sipsleuth.model.Training;
import org.sipsleuth.model.array.IntArray;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;

/// Flags requests whose Max-Forwards (RFC 3261 §20.22) is above that of the baseline.
public final class HopsMethod implements Method {

    static final String NAME = "hops";
    static final MethodTexts TEXTS = MethodTexts.beside(HopsMethod.class);

    private static final int VERSION = 1;
    private static final String LIMIT = "limit";

    /// The value that RFC 3261 §8.1.1.6 recommends.
    private static final int RECOMMENDED = 70;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public MethodTexts texts() {
        return TEXTS;
    }

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.CONTENT_ANOMALY);
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.whole(LIMIT, 0, "hops", 0, 255, TEXTS.text("setting.limit")));
    }

    @Override
    public ModelFile train(TrainingRequest request, RunMonitor monitor, Consumer<String> news) throws SettingException {
        int limit = Settings.of(settings(), request.settings()).count(LIMIT);
        if (limit == 0) {
            HopCounts counts = HopCounts.of(request.baseline(), monitor);
            limit = counts.highest();
        }
        news.accept(TEXTS.text("trained", limit));
        return model(limit, request.facts(), request.baseline().dialogs().size(), request.seed());
    }

    @Override
    public ModelFile shipped() {
        TrainingFacts facts = new TrainingFacts("RFC 3261", TEXTS.text("shipped"), List.of(),
                new Training.Origin("SipSleuth", Instant.EPOCH, "public domain"));
        return model(RECOMMENDED, facts, 0, 1);
    }

    private static ModelFile model(int limit, TrainingFacts facts, int dialogs, long seed) {
        Facts settings = Facts.builder().put(LIMIT, limit).build();
        Training training = new Training(facts.description(), facts.inputs(),
                Facts.builder().put("dialogs", dialogs).build(), seed, 0, facts.origin());
        return ModelFile.of(
                new ModelFacts(new ModelType(NAME, VERSION), facts.name(), settings, training, settings, Facts.NONE),
                List.of(IntArray.of(LIMIT, new int[]{limit}, 1)));
    }

    @Override
    public Detector detector(ModelFile file) throws ModelFormatException {
        ModelFile model = file.require(NAME, VERSION);
        return new HopsDetector(model.integers(LIMIT, 1).get(0), model.identity());
    }

    @Override
    public List<DynamicField> fields(Optional<? extends Detection> detection) {
        return List.of(DynamicField.of("hops.highest", FieldKind.WHOLE, TEXTS.text("field.highest"), List.of(),
                (index, dialog, values) -> detection.map(HopsDetection.class::cast)
                        .filter(its -> its.isOf(index))
                        .ifPresent(its -> its.counts().read(dialog, values))));
    }
}
