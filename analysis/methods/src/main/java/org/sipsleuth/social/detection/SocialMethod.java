package org.sipsleuth.social.detection;

import static org.sipsleuth.sentence.Sentence.count;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.model.BundledModel;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;

/// Paper 5 as one of the methods.
public final class SocialMethod implements Method {

    /// What it shows, in words; also the names of the features, `feature.FEATURE`.
    public static final MethodTexts TEXTS = MethodTexts.beside(SocialMethod.class);

    /// The name of the method.
    public static final String NAME = SocialModel.KIND;

    private static final BundledModel SHIPPED = new BundledModel(SocialMethod.class, "users.model");

    /// So many of the users that the bundled model flags are named.
    private static final int MOST_NAMED = 5;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public MethodTexts texts() {
        return TEXTS;
    }

    @Override
    public boolean learnsNormalTraffic() {
        return true;
    }

    @Override
    public List<Setting> settings() {
        return SocialSettings.ALL;
    }

    @Override
    public ModelFile train(TrainingRequest request, RunMonitor monitor, Consumer<String> news) throws SettingException {
        Settings values = Settings.of(settings(), request.settings());
        return SocialTrainer.fit(request, SocialSettings.of(values, request.seed()),
                values.real(SocialSettings.FALSE_FLAGS), monitor, news);
    }

    /// Trains a model on call records that are no capture's. Incidents are not looked for in them, so
    /// that all are learned; the users whom the bundled model flags are named.
    ///
    /// @param facts what is kept of them in the model
    /// @param settings values by the names of [#settings]; the others have their defaults
    /// @param seed of all that is drawn
    /// @param news receives what was learned, a line at a time
    /// @throws SettingException if a setting is not known or has no such value
    /// @throws IllegalArgumentException if there are too few calls, with words for the user
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public ModelFile train(CallRecords records, TrainingFacts facts, Map<String, String> settings, long seed,
            RunMonitor monitor, Consumer<String> news) throws SettingException {
        Settings values = Settings.of(settings(), settings);
        ModelFile model = SocialTrainer.fit(records, facts, SocialSettings.of(values, seed),
                values.real(SocialSettings.FALSE_FLAGS), monitor, news);
        suspects(records, monitor).map(Sentence::text).forEach(news);
        return model;
    }

    /// That all calls of a table are learned, and who of its users the bundled model flags.
    private Stream<Sentence> suspects(CallRecords records, RunMonitor monitor) {
        SocialFlags flags;
        try {
            flags = flags(shipped(), records, Map.of(), monitor);
        } catch (IOException damaged) {
            throw new IllegalStateException("The bundled model cannot be read", damaged);
        }
        List<String> users = flags.users();
        return Stream.of(TEXTS.sentence("train.table"),
                !flags.notJudged().isEmpty() ? TEXTS.sentence("train.table.misfit")
                        : users.isEmpty() ? TEXTS.sentence("train.table.nobody")
                        : TEXTS.sentence("train.table.flagged", count(users.size()),
                                Sentence.joined(Sentence.Punctuation.COMMA,
                                        users.stream().limit(MOST_NAMED).map(Sentence::user).toList()),
                                count(Math.max(0, users.size() - MOST_NAMED))));
    }

    @Override
    public ModelFile shipped() throws IOException {
        return SHIPPED.open();
    }

    @Override
    public Detector detector(ModelFile file) throws ModelFormatException {
        return new SocialDetector(SocialModelFile.open(file));
    }

    /// The flagged users of tables of call records.
    ///
    /// @param tables how many calls each table has, by the name of its file without its folder
    /// @throws ModelFormatException if it is no model of social behaviour
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static SocialFlags flags(ModelFile model, CallRecords records, Map<String, Long> tables, RunMonitor monitor)
            throws ModelFormatException {
        return new SocialDetector(SocialModelFile.open(model)).flags(records, tables, monitor);
    }

    /// The same by a detector of this method.
    ///
    /// @throws IllegalArgumentException if it is of another one
    public static SocialFlags flags(Detector detector, CallRecords records, Map<String, Long> tables,
            RunMonitor monitor) {
        if (detector instanceof SocialDetector social) {
            return social.flags(records, tables, monitor);
        }
        throw new IllegalArgumentException("a detector of " + detector.name());
    }

    @Override
    public List<DynamicField> fields(Optional<? extends Detection> detection) {
        Optional<SocialDetection> known =
                detection.filter(SocialDetection.class::isInstance).map(SocialDetection.class::cast);
        return List.of(DynamicField.of("social.flagged", FieldKind.TEXT, TEXTS.text("field.flagged"), List.of(),
                (index, dialog, values) -> known.filter(its -> its.isOf(index))
                        .ifPresent(its -> its.usersOf(dialog).forEach(values::text))));
    }
}
