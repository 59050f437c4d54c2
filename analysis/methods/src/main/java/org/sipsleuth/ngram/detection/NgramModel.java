package org.sipsleuth.ngram.detection;

import java.util.Collection;
import java.util.Optional;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.ngram.contribution.Contributions;
import org.sipsleuth.ngram.embedding.SparseVector;
import org.sipsleuth.ngram.global.GlobalModel;
import org.sipsleuth.ngram.local.LocalModel;
import org.sipsleuth.ngram.local.LocalScorer;
import org.sipsleuth.ngram.local.Neighbour;
import org.sipsleuth.ngram.unseen.UnseenModel;

/// Normal messages, and from which score on others are anomalous. Immutable; any thread.
public final class NgramModel {

    /// The kind of its files, and the name of its method.
    public static final String KIND = "ngram";

    private final ModelFile file;
    private final NgramSettings settings;
    private final NormalMessages messages;
    private final Optional<Nearest> nearest;
    private final Optional<GlobalModel> global;
    private final Optional<UnseenModel> unseen;
    private final Optional<NormalHeaders> headers;
    private final KnownNetwork network;
    private final NgramThreshold threshold;

    NgramModel(ModelFile file, NgramSettings settings, NormalMessages messages, Optional<Nearest> nearest,
            Optional<GlobalModel> global, Optional<UnseenModel> unseen, Optional<NormalHeaders> headers,
            KnownNetwork network, NgramThreshold threshold) {
        this.file = file;
        this.settings = settings;
        this.messages = messages;
        this.nearest = nearest;
        this.global = global;
        this.unseen = unseen;
        this.headers = headers;
        this.network = network;
        this.threshold = threshold;
    }

    /// The model in a file.
    ///
    /// @throws ModelFormatException if the file holds no model of this method
    public static NgramModel open(ModelFile file) throws ModelFormatException {
        return NgramModelFile.open(file);
    }

    /// The file that holds it.
    public ModelFile file() {
        return file;
    }

    /// What findings name.
    public ModelIdentity identity() {
        return file.identity();
    }

    /// How it was trained and is used.
    public NgramSettings settings() {
        return settings;
    }

    /// From which score on a message is anomalous, and what that was measured to cause.
    public NgramThreshold threshold() {
        return threshold;
    }

    /// How many normal messages it keeps.
    public int size() {
        return messages.size();
    }

    /// A normal message as it is compared: values replaced by `*`. It is text from the training
    /// traffic.
    public byte[] normalMessage(int i) {
        return messages.text(i);
    }

    /// What scores messages one after the other; each thread needs its own.
    public NgramScorer scorer() {
        if (unseen.isPresent()) {
            return unseen.get()::score;
        }
        if (nearest.isPresent()) {
            LocalScorer scorer = nearest.get().model().scorer();
            return message -> scorer.score(message).value();
        }
        return global.orElseThrow()::score;
    }

    /// The n-grams of normal messages; empty for a local or global model.
    Optional<UnseenModel> unseen() {
        return unseen;
    }

    /// The header fields of normal messages; empty for a file of version 1.
    Optional<NormalHeaders> headers() {
        return headers;
    }

    /// The network that it was trained on; a file of version 1 knows none.
    KnownNetwork network() {
        return network;
    }

    /// The same model that knows more n-grams.
    NgramModel knowing(Collection<Long> grams) {
        return new NgramModel(file, settings, messages, nearest, global, unseen.map(its -> its.and(grams)), headers,
                network, threshold);
    }

    /// The nearest normal message of a message; none for a global model.
    public Optional<Neighbour> nearest(SparseVector message) {
        return nearest.map(its -> its.model().nearest(message));
    }

    /// What the n-grams of a message contribute to its score.
    public Contributions contributions(SparseVector message) {
        return unseen.map(its -> Contributions.of(message, its))
                .or(() -> nearest.map(its -> near(message, its.model())))
                .orElseGet(() -> Contributions.of(message, global.orElseThrow()));
    }

    private static Contributions near(SparseVector message, LocalModel model) {
        return Contributions.of(message, model, model.score(message));
    }
}
