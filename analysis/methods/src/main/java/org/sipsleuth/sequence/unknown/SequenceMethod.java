package org.sipsleuth.sequence.unknown;

import static org.sipsleuth.sentence.Sentence.count;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.model.BundledModel;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequenceSettings;
import org.sipsleuth.sequence.SequenceTrainer;
import org.sipsleuth.sequence.TrainingLimits;
import org.sipsleuth.sequence.corpus.DialogSequences;
import org.sipsleuth.sequence.corpus.SequenceCorpus;
import org.sipsleuth.sequence.novelty.CommonTraffic;
import org.sipsleuth.sequence.novelty.HopUnits;
import org.sipsleuth.sequence.novelty.NoveltyModel;
import org.sipsleuth.sequence.novelty.NoveltyTrainer;
import org.sipsleuth.sequence.training.Epoch;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.transaction.TransactionTable;

/// Paper 1 as one of the methods.
public final class SequenceMethod implements Method {

    static final MethodTexts TEXTS = MethodTexts.beside(SequenceMethod.class);

    private static final int SHORT_HASH = 12;
    private static final BundledModel SHIPPED = new BundledModel(SequenceMethod.class, "normal.model");

    @Override
    public String name() {
        return SequenceModel.KIND;
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
    public boolean judgesDialogs() {
        return true;
    }

    @Override
    public List<Setting> settings() {
        return SequenceOptions.SETTINGS;
    }

    @Override
    public ModelFile train(TrainingRequest request, RunMonitor monitor, Consumer<String> news) throws SettingException {
        Settings values = Settings.of(settings(), request.settings());
        SequenceSettings settings = SequenceOptions.settings(values, request.seed());
        DialogSequences sequences =
                DialogSequences.of(request.baseline(), settings.messages(), request.leftOut(), monitor);
        SequenceCorpus corpus = SequenceCorpus.of(sequences, settings.proportions(), request.seed());
        long tooLong = corpus.entries().stream().filter(entry -> entry.types().size() > TrainingLimits.LONGEST).count();
        if (tooLong > 0) {
            news.accept(String.format(Locale.ROOT, "%,d sequences of more than %,d messages skipped", tooLong,
                    TrainingLimits.LONGEST));
        }
        int most = values.count(SequenceOptions.MOST_SEQUENCES);
        if (corpus.entries().size() > most) {
            news.accept(String.format(Locale.ROOT, "the network learns the %,d most frequent of %,d sequences", most,
                    corpus.entries().size()));
        }
        Optional<CommonTraffic> common =
                values.is(SequenceOptions.PRIOR, SequenceOptions.BUNDLED) ? Optional.of(bundled()) : Optional.empty();
        Optional<NoveltyModel> novelty = novelty(request.baseline(), request.leftOut(), common, monitor);
        novelty.flatMap(SequenceMethod::origin).map(Sentence::text).ifPresent(news);
        return SequenceTrainer
                .fit(corpus.mostFrequent(most),
                        values.is(SequenceOptions.P_VALUES, SequenceOptions.YES) ? novelty
                                : novelty.map(NoveltyModel::withoutCalibration),
                        settings, request.facts(), monitor, epoch -> news.accept(line(epoch)))
                .file();
    }

    /// What a baseline teaches of transactions per hop.
    ///
    /// @param leftOut the dialogs that do not belong to it
    /// @param common what training begins with, if anything
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Optional<NoveltyModel> novelty(SipIndex baseline, BitSet leftOut, Optional<CommonTraffic> common,
            RunMonitor monitor) {
        TransactionTable table = TransactionTable.of(baseline, monitor);
        return NoveltyTrainer.calibrated(HopUnits.of(table, monitor), leftOut, common);
    }

    /// What the bundled model knows per hop: a baseline of one's own that begins with it never
    /// finds more dialogs unknown than it does.
    ///
    /// @throws IllegalStateException if the program is damaged
    public static CommonTraffic bundled() {
        try {
            ModelFile file = new SequenceMethod().shipped();
            NoveltyModel novelty = SequenceModel.open(file).novelty().orElseThrow();
            return new CommonTraffic(file.identity().name(), file.identity().sha256(), novelty);
        } catch (IOException damaged) {
            throw new IllegalStateException("The bundled model cannot be read", damaged);
        }
    }

    /// What novelty per hop began with, in a line; empty if with nothing.
    public static Optional<Sentence> origin(NoveltyModel novelty) {
        return novelty.foundation()
                .map(its -> TEXTS.sentence("novelty.origin", Sentence.name(its.name()),
                        Sentence.name(its.sha256().substring(0, Math.min(SHORT_HASH, its.sha256().length()))),
                        Sentence.percent(novelty.foundationShare(), 1), count(novelty.dialogs().observed())));
    }

    private static String line(Epoch epoch) {
        return String.format(Locale.ROOT, "epoch %d: loss %.5f, accuracy %.4f", epoch.number(), epoch.loss(),
                epoch.accuracy());
    }

    @Override
    public ModelFile shipped() throws IOException {
        return SHIPPED.open();
    }

    @Override
    public List<DynamicField> fields(Optional<? extends Detection> detection) {
        return SequenceFields.of(detection.map(SequenceDetection.class::cast));
    }

    @Override
    public Detector detector(ModelFile file) throws ModelFormatException {
        return new SequenceDetector(SequenceModel.open(file));
    }
}
