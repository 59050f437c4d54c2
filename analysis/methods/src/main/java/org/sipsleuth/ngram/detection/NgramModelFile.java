package org.sipsleuth.ngram.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.model.Facts;
import org.sipsleuth.model.ModelFacts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.ModelType;
import org.sipsleuth.model.Training;
import org.sipsleuth.model.array.DoubleArray;
import org.sipsleuth.model.array.IntArray;
import org.sipsleuth.model.array.ModelArray;
import org.sipsleuth.ngram.embedding.EmbeddingSettings;
import org.sipsleuth.ngram.embedding.Grams;
import org.sipsleuth.ngram.embedding.Normalisation;
import org.sipsleuth.ngram.embedding.SparseVector;
import org.sipsleuth.ngram.embedding.VectorSum;
import org.sipsleuth.ngram.global.GlobalModel;
import org.sipsleuth.ngram.header.HeaderModel;
import org.sipsleuth.ngram.unseen.UnseenModel;

/// How an [NgramModel] is stored in a model file: with the text of its normal messages, from which
/// all vectors are made again. Version 2 adds the header fields of normal messages and
/// fingerprints of the network.
final class NgramModelFile {

    static final int VERSION = 2;

    /// The most bytes of normal messages: 20,000 of 64 KiB would take a minute to open.
    static final int MOST_BYTES = 32 << 20;

    private static final String TOKENS = "tokens";
    private static final String N = "n";
    private static final String NORMALISE = "normalise";
    private static final String CONTEXT = "context";
    private static final String UNIT_LENGTH = "unit_length";
    private static final String MODEL = "model";
    private static final String NEIGHBOURS = "neighbours";
    private static final String NU = "nu";
    private static final String FALSE_ALARMS = "false_alarms";
    private static final String MOST_MESSAGES = "most_messages";
    private static final String MESSAGES = "messages";
    private static final String BYTES = "bytes";
    private static final String SCORE = "score";
    private static final String MEASURED = "measured";
    private static final String MEASURED_ALARMS = "measured_false_alarms";
    private static final String ENDS = "message_ends";
    private static final String TEXT = "message_text";
    private static final String MULTIPLIERS = "multipliers";
    private static final String GRAMS = "grams";
    private static final String KNOWN = "known";
    private static final String HEADER_BYTES = "header_bytes";
    private static final String HEADERS = "headers";
    private static final String HEADER_MEASURED = "headers_measured";
    private static final String UNSEEN_NAMES = "unseen_names";
    private static final String FINGERPRINTS = "network";
    private static final String HOSTS = "network_fingerprints";
    private static final String OVERLONG = "overlong_fields";

    private NgramModelFile() {}

    /// A file with the result of a training.
    ///
    /// @param multipliers of the messages in the centre of a global model; of others none
    /// @param known the n-grams of normal messages; empty for a local or global model
    /// @throws IllegalArgumentException if the header fields are too many to be read again
    static ModelFile of(NgramSettings settings, NormalMessages messages, double[] multipliers, double squaredRadius,
            Optional<UnseenModel> known, NormalHeaders headers, KnownNetwork network, NgramThreshold threshold,
            TrainingFacts facts, long seed) {
        int[] ends = new int[messages.size()];
        int length = 0;
        for (int i = 0; i < ends.length; i++) {
            length += messages.text(i).length;
            ends[i] = length;
        }
        List<ModelArray> arrays = new ArrayList<>();
        arrays.add(IntArray.of(ENDS, ends, ends.length));
        int[] packed = packed(IntStream.range(0, messages.size()).mapToObj(messages::text).toList(), length);
        arrays.add(IntArray.of(TEXT, packed, packed.length));
        if (settings.kind() == ModelKind.GLOBAL) {
            arrays.add(DoubleArray.of(MULTIPLIERS, multipliers, multipliers.length));
        }
        known.ifPresent(its -> arrays.add(words(its)));
        byte[] headerText = headers.model().text();
        if (headerText.length > HeaderModel.MOST_TEXT) {
            throw new IllegalArgumentException(NgramMethod.TEXTS.text("train.too.many.headers"));
        }
        int[] packedHeaders = packed(List.of(headerText), headerText.length);
        arrays.add(IntArray.of(HEADERS, packedHeaders, packedHeaders.length));
        int[] fingerprints = network.fingerprints();
        arrays.add(IntArray.of(FINGERPRINTS, fingerprints, fingerprints.length));
        Facts counts = Facts.builder().put(MESSAGES, messages.size()).put(BYTES, length).build();
        Facts limits = Facts.builder()
                .put(SCORE, threshold.score())
                .put(MEASURED, threshold.measured())
                .put(MEASURED_ALARMS, threshold.falseAlarms())
                .put("squared_radius", squaredRadius)
                .put(HEADER_MEASURED, headers.measured())
                .put(UNSEEN_NAMES, headers.unseenNames())
                .put(OVERLONG, headers.overlong())
                .build();
        return ModelFile.of(new ModelFacts(new ModelType(NgramModel.KIND, VERSION), facts.name(),
                facts(settings, messages.size(), length, known, headerText.length, fingerprints.length),
                new Training(facts.description(), facts.inputs(), counts, seed, 1, facts.origin()), limits, Facts.NONE),
                arrays);
    }

    private static int[] packed(List<byte[]> texts, int length) {
        int[] packed = new int[(length + 3) / 4];
        int at = 0;
        for (byte[] text : texts) {
            for (byte b : text) {
                packed[at / 4] |= (b & 0xff) << (Byte.SIZE * (at % 4));
                at++;
            }
        }
        return packed;
    }

    /// The high and the low half of each key.
    private static IntArray words(UnseenModel known) {
        long[] grams = known.grams();
        int[] words = new int[2 * grams.length];
        for (int i = 0; i < grams.length; i++) {
            words[2 * i] = (int) (grams[i] >>> Integer.SIZE);
            words[2 * i + 1] = (int) grams[i];
        }
        return IntArray.of(KNOWN, words, words.length);
    }

    private static UnseenModel known(ModelFile file, Facts facts) throws ModelFormatException {
        int count = facts.integer(GRAMS, 0, UnseenModel.MOST);
        IntArray words = file.integers(KNOWN, 2 * count);
        long[] grams = new long[count];
        for (int i = 0; i < count; i++) {
            grams[i] = (long) words.get(2 * i) << Integer.SIZE | Integer.toUnsignedLong(words.get(2 * i + 1));
        }
        return UnseenModel.of(grams);
    }

    private static Facts facts(NgramSettings settings, int messages, int bytes, Optional<UnseenModel> known,
            int headerBytes, int fingerprints) {
        EmbeddingSettings embedding = settings.embedding();
        Facts.Builder facts = Facts.builder();
        switch (embedding.grams()) {
            case Grams.Bytes(int n) -> facts.put(N, n);
            case Grams.Tokens(String delimiters) -> facts.put(TOKENS, delimiters);
        }
        known.ifPresent(its -> facts.put(GRAMS, its.size()));
        facts.put(HEADER_BYTES, headerBytes).put(HOSTS, fingerprints);
        return facts.put(NORMALISE, embedding.normalise().word())
                .put(CONTEXT, embedding.context())
                .put(UNIT_LENGTH, embedding.unitLength())
                .put(MODEL, settings.kind().word())
                .put(NEIGHBOURS, settings.neighbours())
                .put(NU, settings.nu())
                .put(FALSE_ALARMS, settings.falseAlarms())
                .put(MOST_MESSAGES, settings.mostMessages())
                .put(MESSAGES, messages)
                .put(BYTES, bytes)
                .build();
    }

    /// The model in a file.
    ///
    /// @throws ModelFormatException if the file holds none of this method
    static NgramModel open(ModelFile file) throws ModelFormatException {
        file.require(NgramModel.KIND, VERSION);
        ModelFacts facts = file.modelFacts();
        try {
            NgramSettings settings = settings(facts.settings());
            NormalMessages messages = messages(file, facts.settings());
            NgramThreshold threshold = new NgramThreshold(facts.thresholds().number(SCORE),
                    facts.thresholds().integer(MEASURED, 0, Integer.MAX_VALUE),
                    share(facts.thresholds(), MEASURED_ALARMS));
            Optional<GlobalModel> global =
                    settings.kind() == ModelKind.GLOBAL
                            ? Optional.of(sphere(messages.vectors(settings.embedding()), file,
                                    facts.thresholds().number("squared_radius")))
                            : Optional.empty();
            Optional<UnseenModel> unseen =
                    settings.kind() == ModelKind.UNSEEN ? Optional.of(known(file, facts.settings())) : Optional.empty();
            Optional<Nearest> nearest =
                    global.isPresent() ? Optional.empty() : Optional.of(new Nearest(messages, settings));
            return new NgramModel(file, settings, messages, nearest, global, unseen, headers(file), network(file),
                    threshold);
        } catch (IllegalArgumentException impossible) {
            throw new ModelFormatException("", "contradicts itself: " + impossible.getMessage());
        }
    }

    private static double share(Facts facts, String name) throws ModelFormatException {
        double share = facts.number(name);
        if (!(share >= 0 && share <= 1)) {
            throw new ModelFormatException("thresholds." + name, "is not within 0 to 1");
        }
        return share;
    }

    /// The header fields of normal messages; files of version 1 hold none.
    private static Optional<NormalHeaders> headers(ModelFile file) throws ModelFormatException {
        if (file.version() < VERSION) {
            return Optional.empty();
        }
        int length = file.modelFacts().settings().integer(HEADER_BYTES, 0, HeaderModel.MOST_TEXT);
        Facts measured = file.modelFacts().thresholds();
        HeaderModel model = HeaderModel.of(unpacked(file.integers(HEADERS, (length + 3) / 4), 0, length));
        return Optional.of(new NormalHeaders(model, measured.integer(HEADER_MEASURED, 0, Integer.MAX_VALUE),
                share(measured, UNSEEN_NAMES), share(measured, OVERLONG)));
    }

    private static KnownNetwork network(ModelFile file) throws ModelFormatException {
        if (file.version() < VERSION) {
            return KnownNetwork.NONE;
        }
        int count = file.modelFacts().settings().integer(HOSTS, 0, KnownNetwork.MOST);
        return KnownNetwork.of(file.integers(FINGERPRINTS, count).toArray());
    }

    private static byte[] unpacked(IntArray packed, int from, int to) {
        byte[] text = new byte[to - from];
        for (int at = from; at < to; at++) {
            text[at - from] = (byte) (packed.get(at / 4) >>> (Byte.SIZE * (at % 4)));
        }
        return text;
    }

    private static GlobalModel sphere(List<SparseVector> vectors, ModelFile file, double squaredRadius)
            throws ModelFormatException {
        double[] multipliers = file.doubles(MULTIPLIERS, vectors.size()).toArray();
        VectorSum centre = new VectorSum();
        for (int i = 0; i < multipliers.length; i++) {
            centre.add(vectors.get(i), multipliers[i]);
        }
        return GlobalModel.of(centre.vector(), squaredRadius);
    }

    private static NgramSettings settings(Facts facts) throws ModelFormatException {
        Grams grams = facts.has(TOKENS) ? new Grams.Tokens(facts.text(TOKENS))
                : new Grams.Bytes(facts.integer(N, 1, Grams.MOST_BYTES));
        Normalisation normalisation = Normalisation.of(facts.text(NORMALISE))
                .orElseThrow(() -> new ModelFormatException("settings." + NORMALISE, "is no normalisation"));
        return new NgramSettings(
                new EmbeddingSettings(grams, normalisation, facts.flag(CONTEXT), facts.flag(UNIT_LENGTH)), kind(facts),
                facts.integer(NEIGHBOURS, 1, NgramSettings.MOST_NEIGHBOURS), facts.number(NU),
                facts.number(FALSE_ALARMS),
                facts.integer(MOST_MESSAGES, NgramSettings.FEWEST_MESSAGES, NgramSettings.MOST_MESSAGES));
    }

    private static ModelKind kind(Facts facts) throws ModelFormatException {
        return ModelKind.of(facts.text(MODEL))
                .orElseThrow(() -> new ModelFormatException("settings." + MODEL, "is no model"));
    }

    private static NormalMessages messages(ModelFile file, Facts facts) throws ModelFormatException {
        int count = facts.integer(MESSAGES, 1, NgramSettings.MOST_MESSAGES);
        int length = facts.integer(BYTES, 0, MOST_BYTES);
        IntArray ends = file.integers(ENDS, count);
        IntArray packed = file.integers(TEXT, (length + 3) / 4);
        List<byte[]> texts = new ArrayList<>(count);
        int from = 0;
        for (int i = 0; i < count; i++) {
            int to = ends.get(i);
            if (to < from || to > length) {
                throw new ModelFormatException("weights/" + ENDS, "is not in order");
            }
            texts.add(unpacked(packed, from, to));
            from = to;
        }
        return new NormalMessages(texts);
    }
}
