package org.sipsleuth.rule;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sipsleuth.filter.field.DynamicField;
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
import org.sipsleuth.number.DialledNumbers;
import org.sipsleuth.number.RateTable;
import org.sipsleuth.role.RoleCorrections;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;

/// The session rules as one of the methods. Its models are thresholds, set by people: nothing is
/// trained.
public final class RuleMethod implements Method {

    /// The method's name.
    public static final String NAME = "rules";

    /// The setting that names the file of the user's own rates.
    public static final String RATES = TollFraud.RATES;

    /// The setting of the capture's country.
    public static final String HOME_REGION = DialledNumbers.HOME;

    private static final int VERSION = 1;

    private final RoleCorrections corrections;

    /// Without corrections of roles.
    public RuleMethod() {
        this(RoleCorrections.NONE);
    }

    /// @param corrections what the user knows of hosts
    public RuleMethod(RoleCorrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public Method with(RoleCorrections others) {
        return new RuleMethod(others);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public MethodTexts texts() {
        return Observed.TEXTS.shared();
    }

    @Override
    public Set<IncidentKind> kinds() {
        return RuleDetector.RULES.stream()
                .flatMap(rule -> rule.kinds().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isTrained() {
        return false;
    }

    @Override
    public List<Setting> settings() {
        return thresholds();
    }

    private static List<Setting> thresholds() {
        return RuleDetector.RULES.stream().flatMap(rule -> rule.settings().stream()).toList();
    }

    @Override
    public List<DynamicField> fields(Optional<? extends Detection> detection) {
        return RoleFields
                .of(detection.filter(RuleDetection.class::isInstance).map(each -> ((RuleDetection) each).roles()));
    }

    @Override
    public ModelFile train(TrainingRequest request, RunMonitor monitor, Consumer<String> news) throws SettingException {
        news.accept(Observed.TEXTS.shared().text("trained"));
        Settings values = Settings.of(settings(), request.settings());
        return model(values, rates(values), request.facts(), request.seed());
    }

    /// The user's own rate table, if the settings name its file.
    private static RateTable rates(Settings values) throws SettingException {
        String file = values.text(TollFraud.RATES);
        if (file.isEmpty()) {
            return RateTable.NONE;
        }
        try {
            return RateTable.read(Path.of(file));
        } catch (IOException | InvalidPathException unreadable) {
            throw new SettingException(
                    "%s: %s not usable: %s".formatted(TollFraud.RATES, file, unreadable.getMessage()));
        }
    }

    /// A model of rules with other settings, such as `toll-rates`; those that are not given stay.
    ///
    /// @throws SettingException if a setting is not known or has no such value, or the file that it
    ///     names is no rate table
    /// @throws ModelFormatException if it is no model of rules
    public static ModelFile with(ModelFile file, Map<String, String> settings)
            throws SettingException, ModelFormatException {
        ModelFile model = file.require(NAME, VERSION);
        Settings values = values(model, settings);
        return with(model, values, settings.containsKey(TollFraud.RATES) ? rates(values) : RateTable.of(model));
    }

    /// A model of rules with a rate table that is no file of this computer.
    ///
    /// @param name stands in the place of the name of its file
    /// @throws SettingException as [#with(ModelFile, Map)] does
    /// @throws ModelFormatException if it is no model of rules
    public static ModelFile with(ModelFile file, String name, RateTable rates)
            throws SettingException, ModelFormatException {
        ModelFile model = file.require(NAME, VERSION);
        return with(model, values(model, Map.of(TollFraud.RATES, name)), rates);
    }

    private static Settings values(ModelFile model, Map<String, String> settings)
            throws SettingException, ModelFormatException {
        Map<String, String> all = new HashMap<>(stored(model));
        all.remove(TollFraud.RATES);
        all.putAll(settings);
        return Settings.of(thresholds(), all);
    }

    private static ModelFile with(ModelFile model, Settings values, RateTable rates) {
        ModelFacts facts = model.modelFacts();
        return model(values, rates, new TrainingFacts(facts.name(), facts.training().description(),
                facts.training().inputs(), facts.training().origin()), facts.training().seed());
    }

    private static Map<String, String> stored(ModelFile model) throws ModelFormatException {
        Facts stored = model.modelFacts().settings();
        Map<String, String> values = new HashMap<>();
        for (Setting setting : thresholds()) {
            if (stored.has(setting.name())) {
                values.put(setting.name(), stored.text(setting.name()));
            }
        }
        return values;
    }

    @Override
    public ModelFile shipped() {
        try {
            return model(Settings.of(settings(), Map.of()), RateTable.NONE,
                    new TrainingFacts(Observed.TEXTS.shared().text("name"), Observed.TEXTS.shared().text("shipped"),
                            List.of(), new Training.Origin("SipSleuth", Instant.EPOCH, "GPL-3.0-or-later")),
                    1);
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible); // none was given
        }
    }

    private static ModelFile model(Settings values, RateTable rates, TrainingFacts facts, long seed) {
        Facts.Builder thresholds = Facts.builder();
        values.asText().forEach(thresholds::put);
        Training training = new Training(facts.description(), facts.inputs(), Facts.NONE, seed, 0, facts.origin());
        return ModelFile.of(new ModelFacts(new ModelType(NAME, VERSION), facts.name(), thresholds.build(), training,
                Facts.NONE, Facts.NONE), rates.toArrays());
    }

    @Override
    public Detector detector(ModelFile file) throws ModelFormatException {
        ModelFile model = file.require(NAME, VERSION);
        try {
            return new RuleDetector(Settings.of(settings(), stored(model)), RateTable.of(model), model.identity(),
                    corrections);
        } catch (IllegalArgumentException wrong) {
            throw new ModelFormatException("arrays", String.valueOf(wrong.getMessage()));
        } catch (SettingException wrong) {
            throw new ModelFormatException("settings", String.valueOf(wrong.getMessage()));
        }
    }
}
