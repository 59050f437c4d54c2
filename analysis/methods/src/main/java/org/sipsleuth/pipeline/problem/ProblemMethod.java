package org.sipsleuth.pipeline.problem;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.model.Facts;
import org.sipsleuth.model.ModelFacts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.ModelType;
import org.sipsleuth.model.Training;
import org.sipsleuth.problem.ProblemSeverity;
import org.sipsleuth.problem.ProblemTexts;
import org.sipsleuth.role.RoleCorrections;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;

/// The problems of calls as one of the methods. Its models are the thresholds of severity, set by
/// people: nothing is trained.
public final class ProblemMethod implements Method {

    /// The method's name.
    public static final String NAME = "problems";

    private static final int VERSION = 1;

    private final RoleCorrections corrections;

    /// Without corrections of roles.
    public ProblemMethod() {
        this(RoleCorrections.NONE);
    }

    private ProblemMethod(RoleCorrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public Method with(RoleCorrections others) {
        return new ProblemMethod(others);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public MethodTexts texts() {
        return ProblemTexts.TEXTS;
    }

    @Override
    public boolean isTrained() {
        return false;
    }

    @Override
    public List<Setting> settings() {
        return ProblemSeverity.settings();
    }

    @Override
    public List<DynamicField> fields(Optional<? extends Detection> detection) {
        return ProblemFields
                .of(detection.filter(ProblemDetection.class::isInstance).map(each -> (ProblemDetection) each));
    }

    @Override
    public ModelFile train(TrainingRequest request, RunMonitor monitor, Consumer<String> news) throws SettingException {
        news.accept(ProblemTexts.TEXTS.text("trained"));
        return model(Settings.of(settings(), request.settings()), request.facts(), request.seed());
    }

    @Override
    public ModelFile shipped() {
        try {
            return model(Settings.of(settings(), Map.of()),
                    new TrainingFacts(ProblemTexts.TEXTS.text("name"), ProblemTexts.TEXTS.text("shipped"), List.of(),
                            new Training.Origin("SipSleuth", Instant.EPOCH, "GPL-3.0-or-later")),
                    1);
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible); // none was given
        }
    }

    private static ModelFile model(Settings values, TrainingFacts facts, long seed) {
        Facts.Builder thresholds = Facts.builder();
        values.asText().forEach(thresholds::put);
        Training training = new Training(facts.description(), facts.inputs(), Facts.NONE, seed, 0, facts.origin());
        return ModelFile.of(new ModelFacts(new ModelType(NAME, VERSION), facts.name(), thresholds.build(), training,
                Facts.NONE, Facts.NONE), List.of());
    }

    @Override
    public Detector detector(ModelFile file) throws ModelFormatException {
        ModelFile model = file.require(NAME, VERSION);
        Facts stored = model.modelFacts().settings();
        Map<String, String> values = new HashMap<>();
        for (Setting setting : settings()) {
            if (stored.has(setting.name())) {
                values.put(setting.name(), stored.text(setting.name()));
            }
        }
        try {
            return new ProblemDetector(ProblemSeverity.of(Settings.of(settings(), values)), model.identity(),
                    corrections);
        } catch (SettingException wrong) {
            throw new ModelFormatException("settings", String.valueOf(wrong.getMessage()));
        }
    }
}
