package org.sipsleuth.belief.detection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.BeliefSettings;
import org.sipsleuth.belief.BeliefTrainer;
import org.sipsleuth.belief.learning.LabelledPeriods;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.belief.period.Periods;
import org.sipsleuth.belief.table.PaperTables;
import org.sipsleuth.belief.table.TablesFile;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.model.BundledModel;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.Training;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.truth.TrafficLabels;

/// Paper 4 as one of the methods.
public final class BeliefMethod implements Method {

    private static final BundledModel SHIPPED = new BundledModel(BeliefMethod.class, "learned.model");

    @Override
    public String name() {
        return BeliefModel.KIND;
    }

    @Override
    public MethodTexts texts() {
        return BeliefText.TEXTS;
    }

    @Override
    public List<Setting> settings() {
        return BeliefOptions.SETTINGS;
    }

    @Override
    public ModelFile train(TrainingRequest request, RunMonitor monitor, Consumer<String> news) throws SettingException {
        Settings values = Settings.of(settings(), request.settings());
        BeliefSettings settings = BeliefOptions.settings(values);
        Optional<BeliefTables> set = set(values);
        if (set.isPresent()) {
            return BeliefTrainer
                    .of(set.get(), fallback(settings).flatMap(BeliefModel::novelty), settings, request.facts(),
                            request.seed())
                    .file();
        }
        LabelledPeriods periods = periods(request, settings, monitor);
        news.accept(counts(periods));
        Optional<BeliefModel> fallback = fallback(settings);
        warning(periods, settings, fallback).ifPresent(news);
        return BeliefTrainer.fit(periods, settings, request.facts(), fallback, request.seed()).file();
    }

    /// A model of tables as they are, with the other settings as they usually are.
    ///
    /// @param name of the model
    /// @param content a file of tables
    /// @throws IOException if it is not tables, with the line
    public static ModelFile ofTables(String name, byte[] content) throws IOException {
        try {
            BeliefSettings settings = BeliefOptions.settings(Settings.of(BeliefOptions.SETTINGS, Map.of()));
            TrainingFacts facts = new TrainingFacts(name, "tables as they are in the file", List.of(),
                    new Training.Origin("", Instant.EPOCH, ""));
            return BeliefTrainer
                    .of(TablesFile.read(content), fallback(settings).flatMap(BeliefModel::novelty), settings, facts, 1)
                    .file();
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible); // none was given
        }
    }

    /// The tables that are not learned.
    private static Optional<BeliefTables> set(Settings values) throws SettingException {
        String file = values.text(BeliefOptions.TABLES_FILE);
        if (!file.isEmpty()) {
            try {
                return Optional.of(TablesFile.read(Path.of(file)));
            } catch (IOException | InvalidPathException unreadable) {
                throw new SettingException(file + ": " + unreadable.getMessage());
            }
        }
        return switch (values.text(BeliefOptions.TABLES)) {
            case BeliefOptions.PAPER -> Optional.of(PaperTables.working());
            case BeliefOptions.PRINTED -> Optional.of(PaperTables.printed());
            default -> Optional.empty();
        };
    }

    private static LabelledPeriods periods(TrainingRequest request, BeliefSettings settings, RunMonitor monitor)
            throws SettingException {
        if (!request.labels().equals(TrafficLabels.NONE) && request.baseline().files().size() > 1) {
            try {
                Optional<LabelledPeriods> separate =
                        new SeparateCaptures(settings, monitor).periods(request.baseline(), labels(request));
                if (separate.isPresent()) {
                    return separate.get();
                }
            } catch (IOException unreadable) {
                throw new SettingException("A capture cannot be read again: " + unreadable.getMessage());
            }
        }
        TrafficEvents events = TrafficEvents.of(request.baseline(), settings.sources(), monitor);
        Periods periods = Periods.bySourceAndFile(events, settings.periods(), DecayRates.PAPER, monitor);
        return LabelledPeriods.of(periods, labels(request), settings.learning().mostPeriods());
    }

    /// What messages are; of those in dialogs that are left out, nothing is known.
    private static TrafficLabels labels(TrainingRequest request) {
        BitSet leftOut = request.leftOut();
        return message -> leftOut.get(request.baseline().messages().dialog(message)) ? Optional.empty()
                : request.labels().of(message);
    }

    private static String counts(LabelledPeriods periods) {
        String learned = TrafficClass.all()
                .stream()
                .filter(each -> periods.count(each) > 0)
                .map(each -> String.format(Locale.ROOT, "%,d of %s", periods.count(each), each.word()))
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "Periods learned: %s. Mixed or without a class, not learned: %,d.",
                learned.isEmpty() ? "none" : learned, periods.leftOut());
    }

    /// What a small baseline means for the model; empty for a sufficient one, or where all classes
    /// are learned.
    private static Optional<String> warning(LabelledPeriods periods, BeliefSettings settings,
            Optional<BeliefModel> fallback) {
        double weight = settings.learning().shippedWeight();
        int normal = periods.count(TrafficClass.NORMAL);
        boolean areAttacksLearned =
                TrafficClass.all().stream().filter(TrafficClass::isAttack).allMatch(each -> periods.count(each) > 0);
        if (fallback.isEmpty() || areAttacksLearned || normal >= weight) {
            return Optional.empty();
        }
        return Optional.of(String.format(Locale.ROOT,
                "Warning: only %,d periods of normal traffic. %.0f %% of what the model"
                        + " knows of normal traffic is that of the bundled model. Add captures"
                        + " of more days, at least %,.0f periods.",
                normal, 100 * weight / (weight + normal), weight));
    }

    /// The shipped model, where its periods are as long: rows for classes without a period, and what
    /// is normal of periods.
    private static Optional<BeliefModel> fallback(BeliefSettings settings) {
        if (!SHIPPED.isThere()) {
            return Optional.empty();
        }
        try {
            BeliefModel shipped = BeliefModel.open(SHIPPED.open());
            return Optional.of(shipped)
                    .filter(model -> model.settings().periods().equals(settings.periods()))
                    .filter(model -> model.settings().sources() == settings.sources());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public ModelFile shipped() throws IOException {
        return SHIPPED.open();
    }

    @Override
    public Detector detector(ModelFile file) throws ModelFormatException {
        return new BeliefDetector(BeliefModel.open(file));
    }
}
