package org.sipsleuth.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.MethodTexts;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.SettingException;

/// The session rules, one of which fails at once, for tests.
///
/// @param rule the name of the one that fails
public record FaultyRules(String rule) implements Method {

    private static final RuleMethod RULES = new RuleMethod();

    @Override
    public String name() {
        return RULES.name();
    }

    @Override
    public MethodTexts texts() {
        return RULES.texts();
    }

    @Override
    public boolean isTrained() {
        return RULES.isTrained();
    }

    @Override
    public List<Setting> settings() {
        return RULES.settings();
    }

    @Override
    public ModelFile train(TrainingRequest request, RunMonitor monitor, Consumer<String> news)
            throws SettingException {
        return RULES.train(request, monitor, news);
    }

    @Override
    public ModelFile shipped() {
        return RULES.shipped();
    }

    @Override
    public List<DynamicField> fields(Optional<? extends Detection> detection) {
        return RULES.fields(detection);
    }

    @Override
    public Detector detector(ModelFile file) throws ModelFormatException {
        return ((RuleDetector) RULES.detector(file))
                .with(
                        RuleDetector.RULES.stream()
                                .map(
                                        each ->
                                                each.name().equals(rule)
                                                        ? new FaultyRule(each, _ -> true)
                                                        : each)
                                .toList());
    }
}
