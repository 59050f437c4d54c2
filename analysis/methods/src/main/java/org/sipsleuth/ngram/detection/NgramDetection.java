package org.sipsleuth.ngram.detection;

import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.conformance.Conformance;
import org.sipsleuth.conformance.Departure;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Unjudged;
import org.sipsleuth.ngram.cluster.Clusters;
import org.sipsleuth.ngram.contribution.ByteContributions;
import org.sipsleuth.ngram.contribution.Contributions;
import org.sipsleuth.ngram.embedding.EmbeddedMessage;
import org.sipsleuth.ngram.embedding.Embedding;
import org.sipsleuth.ngram.embedding.SparseVector;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;

/// The scores of the messages of a capture, the anomalous ones by rank, and the findings among
/// them. Immutable; vectors and contributions are computed when somebody asks, on any thread.
public final class NgramDetection implements Detection {

    /// Of more anomalous messages so many, evenly spread over the ranks, define the groups.
    private static final int MOST_CLUSTERED = 400;

    private static final int MOST_CLUSTERS = 8;

    private final SipIndex index;
    private final NgramModel model;
    private final MessageScores scores;
    private final HeaderMarks headers;
    private final DialogContexts contexts;
    private final CaptureFit fit;
    private final List<Finding> findings;

    private NgramDetection(SipIndex index, NgramModel model, MessageScores scores, HeaderMarks headers,
            DialogContexts contexts, CaptureFit fit, List<Finding> findings) {
        this.index = index;
        this.model = model;
        this.scores = scores;
        this.headers = headers;
        this.contexts = contexts;
        this.fit = fit;
        this.findings = List.copyOf(findings);
    }

    static NgramDetection of(SipIndex index, NgramModel model, MessageScores scores, HeaderMarks headers,
            DialogContexts contexts) {
        return new NgramDetection(index, model, scores, headers, contexts, CaptureFit.of(index, model, scores),
                List.of());
    }

    NgramDetection with(List<Finding> some) {
        return new NgramDetection(index, model, scores, headers, contexts, fit, some);
    }

    @Override
    public SipIndex index() {
        return index;
    }

    @Override
    public Origin origin() {
        return new Origin(NgramModel.KIND, model.identity());
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public List<Unjudged> notJudged() {
        return fit.fits() ? List.of()
                : List.of(new Unjudged(origin().detector(), Unjudged.Extent.ALL,
                        Set.of(IncidentKind.CONTENT_ANOMALY, IncidentKind.FUZZING),
                        NgramMethod.TEXTS.sentence("misfit", count(fit.anomalous()), count(fit.messages()),
                                fit.leftOut().map(NgramDetection::outside).orElse(Sentence.none()))));
    }

    private static Sentence outside(String host) {
        return NgramMethod.TEXTS.sentence("misfit.outside", host(host));
    }

    /// The model.
    public NgramModel model() {
        return model;
    }

    /// The scores of all messages.
    public MessageScores scores() {
        return scores;
    }

    /// Which messages have header fields unlike normal ones.
    public HeaderMarks headers() {
        return headers;
    }

    /// Whether the model was trained on messages like these.
    public CaptureFit fit() {
        return fit;
    }

    /// How many distinct messages are anomalous.
    public int size() {
        return scores.anomalousCount();
    }

    /// A part of the list of anomalous messages, the highest score first. Cost: its length.
    ///
    /// @param from the rank of the first one, from 0
    /// @param most how many at most
    public List<RankedMessage> page(int from, int most) {
        List<RankedMessage> page = new ArrayList<>();
        for (int rank = from; rank < Math.min(size(), from + most); rank++) {
            int distinct = scores.ranked(rank);
            page.add(new RankedMessage(scores.distinct().first(distinct), scores.ofDistinct(distinct),
                    scores.distinct().copies(distinct)));
        }
        return List.copyOf(page);
    }

    /// The highest score of a dialog's messages. Cost: the messages.
    public double scoreOfDialog(int dialog) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int message : index.messagesOf(dialog)) {
            highest = Math.max(highest, scores.of(message));
        }
        return highest;
    }

    /// How many messages of a dialog are anomalous. Cost: the messages.
    public long anomalousIn(int dialog) {
        return Arrays.stream(index.messagesOf(dialog)).filter(scores::isAnomalous).count();
    }

    /// How many messages of a dialog are unlike normal ones by a test of their header fields. Cost:
    /// the messages.
    public long markedIn(int dialog, HeaderTest test) {
        return Arrays.stream(index.messagesOf(dialog))
                .filter(message -> headers.tests(scores.distinct().of(message)).contains(test))
                .count();
    }

    /// The vector of a message.
    public SparseVector vector(int message) {
        return new Embedding(model.settings().embedding()).embed(index.bytes(message), contexts.of(message));
    }

    /// Why a message has its score. Cost: some milliseconds.
    public MessageExplanation explain(int message) {
        byte[] bytes = index.bytes(message);
        EmbeddedMessage embedded = new Embedding(model.settings().embedding()).read(bytes, contexts.of(message));
        Contributions contributions = model.contributions(embedded.vector());
        return new MessageExplanation(message, scores.of(message), embedded, model.nearest(embedded.vector()),
                contributions, contributions.ofBytes(embedded), headerReasons(message));
    }

    /// What of a message's header fields is unlike normal ones; nothing where the tests do not fit
    /// the capture.
    public List<Sentence> headerReasons(int message) {
        Set<HeaderTest> tests = headers.tests(scores.distinct().of(message));
        byte[] bytes = index.bytes(message);
        List<Sentence> reasons = new ArrayList<>();
        if (tests.contains(HeaderTest.NAMES)) {
            headers.unseenNames(bytes).ifPresent(names -> reasons.add(HeaderText.of(names)));
        }
        if (tests.contains(HeaderTest.LENGTHS)) {
            headers.overlong(bytes).forEach(field -> reasons.add(HeaderText.of(field)));
        }
        return reasons;
    }

    /// What of a message departs from the RFCs, by place. Cost: some milliseconds.
    public List<Departure> departures(int message) {
        return Conformance.check(index.bytes(message), Transport.UDP, index.messages().isCut(message));
    }

    /// What each byte of a message adds to its score. Cost: as much as scoring it.
    public ByteContributions heat(int message) {
        EmbeddedMessage embedded =
                new Embedding(model.settings().embedding()).read(index.bytes(message), contexts.of(message));
        return model.contributions(embedded.vector()).ofBytes(embedded);
    }

    /// Groups of anomalous messages that are alike. Cost: up to some seconds.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public MessageClusters clusters(RunMonitor monitor) {
        List<Integer> messages = new ArrayList<>();
        int count = Math.min(size(), MOST_CLUSTERED);
        for (int i = 0; i < count; i++) {
            int rank = (int) ((long) i * size() / count);
            messages.add(scores.distinct().first(scores.ranked(rank)));
        }
        return clusters(messages, monitor);
    }

    MessageClusters clusters(List<Integer> messages, RunMonitor monitor) {
        List<SparseVector> vectors = messages.stream().map(this::vector).toList();
        return new MessageClusters(messages, Clusters.of(vectors, MOST_CLUSTERS, model.identity().seed(), monitor));
    }

    /// The nearest normal message as it is compared; empty for a global model.
    public Optional<byte[]> nearestNormal(MessageExplanation explanation) {
        return explanation.nearest().map(its -> model.normalMessage(its.index()));
    }

    @Override
    public Optional<IntPredicate> anomalousMessages() {
        boolean isAnyHeader = headers.fit(HeaderTest.NAMES).isPresent();
        return fit.fits() ? Optional.of(scores::isAnomalous)
                : isAnyHeader ? Optional.of(message -> headers.isMarked(scores.distinct().of(message)))
                : Optional.empty();
    }
}
