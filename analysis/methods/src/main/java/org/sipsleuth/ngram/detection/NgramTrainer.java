package org.sipsleuth.ngram.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.ngram.embedding.Embedding;
import org.sipsleuth.ngram.embedding.MessageTexts;
import org.sipsleuth.ngram.embedding.SparseVector;
import org.sipsleuth.ngram.global.GlobalModel;
import org.sipsleuth.ngram.header.HeaderModel;
import org.sipsleuth.ngram.local.LocalModel;
import org.sipsleuth.ngram.local.LocalScorer;
import org.sipsleuth.ngram.unseen.UnseenModel;
import org.sipsleuth.run.RunMonitor;

/// Trains an [NgramModel] on the distinct messages of a capture.
///
/// Of ten dialogs six are learned from, two give the threshold, and two measure what it causes. A
/// message that occurs in several parts counts for the first of them. Header fields are learned from
/// eight, and measured with the same two.
public final class NgramTrainer {

    private static final int PARTS = 10;
    private static final int LEARNED = 6;
    private static final int GIVING = 8;

    /// Of more held-out messages so many are scored.
    private static final int MOST_SCORED = 5_000;

    /// Fewer held-out messages give no threshold, new ones or those that were learned, too.
    private static final int FEWEST_OF_THRESHOLD = 10;

    private final NgramSettings settings;
    private final long seed;

    private NgramTrainer(NgramSettings settings, long seed) {
        this.settings = settings;
        this.seed = seed;
    }

    /// Trains a model.
    ///
    /// @param news receives what was learned, a line at a time
    /// @throws IllegalArgumentException if there are too few messages, with words for the user
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static NgramModel fit(TrainingRequest request, NgramSettings settings, RunMonitor monitor,
            Consumer<String> news) {
        return new NgramTrainer(settings, request.seed()).fit(request.baseline(), leftOut(request), request.facts(),
                monitor, news);
    }

    /// The messages of dialogs that are left out, and those labelled as anything but normal.
    private static BitSet leftOut(TrainingRequest request) {
        SipIndex index = request.baseline();
        BitSet dialogs = request.leftOut();
        BitSet leftOut = new BitSet();
        for (int message = 0; message < index.messages().size(); message++) {
            if (dialogs.get(index.messages().dialog(message)) || index.messages().isCut(message)
                    || request.labels().of(message).filter("normal"::equals).isEmpty()) {
                leftOut.set(message);
            }
        }
        return leftOut;
    }

    private NgramModel fit(SipIndex index, BitSet leftOut, TrainingFacts facts, RunMonitor monitor,
            Consumer<String> news) {
        Embedding embedding = new Embedding(settings.embedding());
        DialogContexts contexts = DialogContexts.of(index, settings.embedding());
        DistinctMessages distinct = DistinctMessages.of(index, embedding, contexts, leftOut, (_, _) -> 0, monitor);
        List<List<Integer>> parts = parts(index, distinct);
        List<Integer> learned = some(parts.get(0), settings.mostMessages());
        if (learned.size() < NgramSettings.FEWEST_MESSAGES || heldOut(index, distinct) < FEWEST_OF_THRESHOLD) {
            throw new IllegalArgumentException(NgramMethod.TEXTS.text("train.too.few", distinct.size()));
        }
        List<byte[]> texts = new ArrayList<>();
        MessageTexts reader = embedding.texts();
        long bytes = 0;
        for (int message : learned) {
            byte[] text = reader.of(index.bytes(message), contexts.of(message));
            bytes += text.length;
            if (bytes <= NgramModelFile.MOST_BYTES) {
                texts.add(text);
            }
        }
        NormalMessages messages = new NormalMessages(texts);
        List<SparseVector> vectors = messages.vectors(settings.embedding());
        double[] multipliers = new double[0];
        double radius = 0;
        Optional<UnseenModel> known = Optional.empty();
        NgramScorer scorer = switch (settings.kind()) {
            case UNSEEN -> {
                UnseenModel grams = known(index, embedding, contexts, parts.get(0), monitor);
                known = Optional.of(grams);
                yield grams::score;
            }
            case LOCAL -> {
                LocalScorer local = LocalModel.fit(vectors, Math.min(settings.neighbours(), vectors.size())).scorer();
                yield message -> local.score(message).value();
            }
            case GLOBAL -> {
                GlobalModel sphere = GlobalModel.fit(vectors, settings.nu(), monitor);
                multipliers = new double[vectors.size()];
                for (int i = 0; i < multipliers.length; i++) {
                    multipliers[i] = sphere.multiplier(i);
                }
                radius = sphere.squaredRadius();
                yield sphere::score;
            }
        };
        List<Integer> giving = parts.get(1).isEmpty() ? learned : parts.get(1); // nothing was new in others
        NgramThreshold threshold = threshold(scores(index, embedding, contexts, giving, scorer, monitor),
                scores(index, embedding, contexts, parts.get(2), scorer, monitor));
        NormalHeaders headers = headers(index, distinct, parts, monitor);
        news.accept(NgramMethod.TEXTS.text("train.learned", index.messages().size() - leftOut.cardinality(),
                distinct.size(), messages.size()));
        news.accept(NgramMethod.TEXTS.text("train.threshold", parts.get(1).size(), threshold.measured(),
                threshold.falseAlarms()));
        long needed = (long) Math.ceil(1 / settings.falseAlarms());
        if (parts.get(1).size() < needed || parts.get(2).size() < needed) {
            news.accept(NgramMethod.TEXTS.text("train.threshold.few",
                    Math.min(parts.get(1).size(), parts.get(2).size()), needed, settings.falseAlarms()));
        }
        news.accept(NgramMethod.TEXTS.text("train.headers", headers.model().size(), headers.measured(),
                headers.unseenNames(), headers.overlong()));
        news.accept(
                NgramMethod.TEXTS.text("train.contains." + settings.embedding().normalise().word(), messages.size()));
        ModelFile file = NgramModelFile.of(settings, messages, multipliers, radius, known, headers,
                network(index, distinct), threshold, facts, seed);
        try {
            return NgramModel.open(file);
        } catch (ModelFormatException impossible) {
            throw new IllegalStateException("a trained model can be opened", impossible);
        }
    }

    /// The n-grams of all that is learned from, also of messages that are not kept.
    private static UnseenModel known(SipIndex index, Embedding embedding, DialogContexts contexts,
            List<Integer> messages, RunMonitor monitor) {
        UnseenModel.Learner learner = new UnseenModel.Learner();
        for (int message : messages) {
            monitor.throwIfCancelled();
            learner.add(embedding.embed(index.bytes(message), contexts.of(message)));
        }
        return learner.model();
    }

    /// The network of all dialogs that are not left out, whatever part they are in.
    private static KnownNetwork network(SipIndex index, DistinctMessages distinct) {
        return KnownNetwork.of(index, dialog -> distinct.of(index.dialogs().firstMessage(dialog)) >= 0);
    }

    /// The header fields of all messages but those that measure: nothing is chosen by what gives the
    /// threshold of the score. Equal messages can differ in length, so that all are read.
    private NormalHeaders headers(SipIndex index, DistinctMessages distinct, List<List<Integer>> parts,
            RunMonitor monitor) {
        HeaderModel.Learner learner = new HeaderModel.Learner();
        for (int message = 0; message < index.messages().size(); message++) {
            monitor.throwIfCancelled();
            if (distinct.of(message) >= 0 && part(index.messages().dialog(message)) < GIVING) {
                learner.add(index.bytes(message));
            }
        }
        HeaderModel model = learner.model();
        List<byte[]> measuring = some(parts.get(2), MOST_SCORED).stream().map(index::bytes).toList();
        long unseen = measuring.stream().filter(bytes -> model.unseenNames(bytes).isPresent()).count();
        long overlong = measuring.stream().filter(bytes -> !model.overlong(bytes).isEmpty()).count();
        double all = Math.max(1, measuring.size());
        return new NormalHeaders(model, measuring.size(), unseen / all, overlong / all);
    }

    /// The first messages of each kind, in three parts by dialog.
    private List<List<Integer>> parts(SipIndex index, DistinctMessages distinct) {
        int[] best = new int[distinct.size()];
        int[] message = new int[distinct.size()];
        Arrays.fill(best, PARTS);
        for (int i = 0; i < index.messages().size(); i++) {
            int which = distinct.of(i);
            if (which >= 0) {
                int part = part(index.messages().dialog(i));
                if (part < best[which]) {
                    best[which] = part;
                    message[which] = i;
                }
            }
        }
        List<List<Integer>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < best.length; i++) {
            parts.get(best[i]).add(message[i]);
        }
        return parts;
    }

    /// How many messages the dialogs have that give the threshold.
    private long heldOut(SipIndex index, DistinctMessages distinct) {
        return IntStream.range(0, index.messages().size())
                .filter(message -> distinct.of(message) >= 0 && part(index.messages().dialog(message)) == 1)
                .count();
    }

    private int part(int dialog) {
        int draw = new SplittableRandom(seed ^ dialog * 0x9e3779b97f4a7c15L).nextInt(PARTS);
        return draw < LEARNED ? 0 : draw < GIVING ? 1 : 2;
    }

    /// Some of the messages, drawn at random, in their order.
    private List<Integer> some(List<Integer> all, int most) {
        List<Integer> drawn = new ArrayList<>(all);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < Math.min(most, drawn.size()); i++) {
            int other = i + random.nextInt(drawn.size() - i);
            int kept = drawn.get(i);
            drawn.set(i, drawn.get(other));
            drawn.set(other, kept);
        }
        return drawn.stream().limit(most).sorted().toList();
    }

    private double[] scores(SipIndex index, Embedding embedding, DialogContexts contexts, List<Integer> messages,
            NgramScorer scorer, RunMonitor monitor) {
        List<Integer> some = some(messages, MOST_SCORED);
        double[] scores = new double[some.size()];
        for (int i = 0; i < scores.length; i++) {
            monitor.throwIfCancelled();
            int message = some.get(i);
            scores[i] = scorer.score(embedding.embed(index.bytes(message), contexts.of(message)));
        }
        Arrays.sort(scores);
        return scores;
    }

    private NgramThreshold threshold(double[] giving, double[] measuring) {
        int above = (int) Math.floor(settings.falseAlarms() * giving.length);
        double score = giving[giving.length - 1 - above];
        long alarms = Arrays.stream(measuring).filter(each -> each > score).count();
        return new NgramThreshold(score, measuring.length,
                measuring.length == 0 ? 0 : (double) alarms / measuring.length);
    }
}
