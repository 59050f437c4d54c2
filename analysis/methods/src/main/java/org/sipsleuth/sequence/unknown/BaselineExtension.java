package org.sipsleuth.sequence.unknown;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequenceTrainer;
import org.sipsleuth.sequence.corpus.DialogSequences;
import org.sipsleuth.sequence.corpus.SequenceCorpus;
import org.sipsleuth.sequence.novelty.HopUnits;
import org.sipsleuth.sequence.novelty.NoveltyModel;
import org.sipsleuth.sequence.novelty.NoveltyTrainer;
import org.sipsleuth.sequence.training.Epoch;
import org.sipsleuth.transaction.TransactionTable;

/// Takes more dialogs into the baseline of a model. A model keeps how often it saw each
/// transaction, each order and each whole sequence, so that its first captures are not needed
/// again.
public final class BaselineExtension {

    private static final String STAGE = "Adding dialogs to the baseline";

    private BaselineExtension() {}

    /// A model that knows more dialogs. What findings rest on is trained again: where the model has
    /// novelty per hop, that alone, and network and whole sequences stay as they are; else the
    /// network, on the sequences it knows and these.
    ///
    /// @param index the capture
    /// @param added the numbers of the dialogs that are added
    /// @param facts what the new model was trained on, these dialogs included
    /// @param epochs is notified of each epoch, where the network is trained
    /// @throws IllegalArgumentException if the new baseline is too large for a model
    /// @throws org.sipsleuth.finding.TrainingUnavailableException if the network had to be trained,
    ///     and that is not possible here
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static SequenceModel of(SequenceModel model, SipIndex index, BitSet added, TrainingFacts facts,
            RunMonitor monitor, Consumer<Epoch> epochs) {
        monitor.progress(new Progress(STAGE, 0, 1));
        if (model.novelty().isPresent()) {
            HopUnits units = HopUnits.of(TransactionTable.of(index, monitor), monitor);
            NoveltyModel more = NoveltyTrainer.extended(model.novelty().get(), units, added::get);
            monitor.throwIfCancelled();
            return model.withNovelty(more, facts);
        }
        return SequenceTrainer.fit(corpus(model, index, added, monitor), model.settings(), facts, monitor, epochs);
    }

    /// What the model knows, and in the part for training also the dialogs that are added.
    private static SequenceCorpus corpus(SequenceModel model, SipIndex index, BitSet added, RunMonitor monitor) {
        BitSet leftOut = new BitSet();
        leftOut.set(0, index.dialogs().size());
        leftOut.andNot(added);
        DialogSequences sequences = DialogSequences.of(index, model.settings().messages(), leftOut, monitor);
        Map<List<String>, SequenceCorpus.Entry> entries = new LinkedHashMap<>();
        model.known().entries().forEach(each -> entries.put(each.types(), each));
        for (int sequence = 0; sequence < sequences.size(); sequence++) {
            List<String> types = sequences.types(sequence);
            if (!types.isEmpty()) {
                entries.merge(types, new SequenceCorpus.Entry(types, sequences.count(sequence), 0, 0),
                        BaselineExtension::sum);
            }
        }
        return new SequenceCorpus(new ArrayList<>(entries.values()));
    }

    private static SequenceCorpus.Entry sum(SequenceCorpus.Entry one, SequenceCorpus.Entry other) {
        return new SequenceCorpus.Entry(one.types(), one.training() + other.training(),
                one.validation() + other.validation(), one.test() + other.test());
    }
}
