package org.sipsleuth.view.flood.window;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.sipsleuth.flood.detection.FloodScores;
import org.sipsleuth.flood.input.Input;
import org.sipsleuth.flood.network.FloodNetwork;
import org.sipsleuth.flood.network.NetworkKind;

/// What each input of a window adds to its log-odds of a flood.
///
/// Of a logistic regression that is exact: all shares and the bias make the sum. Of a network with
/// a memory it is the difference that it makes when the input, of all ten INVITEs, is replaced by
/// its usual value; these do not add up.
///
/// @param isExact whether the shares and the bias make the sum
/// @param bias what the log-odds are without inputs; 0 if not exact
/// @param shares by input
/// @param sum the log-odds of the window
/// @param probability the score
public record InputShares(boolean isExact, double bias, Map<Input, Double> shares, double sum, double probability) {

    private static final double CLOSEST = 1e-12;
    private static final float USUAL_GAP = 0.5f;
    private static final int MOST_SAMPLED = 10_000;

    /// Takes a copy.
    public InputShares {
        shares = Map.copyOf(shares);
    }

    /// Those of a window with enough history.
    public static InputShares of(FloodScores scores, NetworkKind kind, int window) {
        float[] inputs = Arrays.copyOfRange(scores.inputs().values(), scores.inputs().at(window),
                scores.inputs().at(window) + FloodNetwork.WINDOW);
        FloodNetwork network = scores.model().network(kind);
        double probability = network.score(inputs, 0);
        return kind == NetworkKind.LOGISTIC ? exact(network, inputs, probability)
                : replaced(scores, network, window, inputs, probability);
    }

    private static InputShares exact(FloodNetwork network, float[] inputs, double probability) {
        float[] factors = network.weights().getFirst().values();
        double bias = network.weights().getLast().values()[0];
        Map<Input, Double> shares = new EnumMap<>(Input.class);
        double sum = bias;
        for (Input input : Input.values()) {
            double share = 0;
            for (int at = input.place(); at < inputs.length; at += Input.COUNT) {
                share += (double) factors[at] * inputs[at];
            }
            shares.put(input, share);
            sum += share;
        }
        return new InputShares(true, bias, shares, sum, probability);
    }

    private static InputShares replaced(FloodScores scores, FloodNetwork network, int window, float[] inputs,
            double probability) {
        Map<Input, Float> usual = usual(scores, scores.inputs().windows().group(window));
        Map<Input, Double> shares = new EnumMap<>(Input.class);
        for (Input input : Input.values()) {
            float[] other = inputs.clone();
            for (int at = input.place(); at < other.length; at += Input.COUNT) {
                other[at] = Objects.requireNonNull(usual.get(input));
            }
            shares.put(input, logOdds(probability) - logOdds(network.score(other, 0)));
        }
        return new InputShares(false, 0, shares, logOdds(probability), probability);
    }

    /// The usual gap, and the median of each other input among what the server gets.
    private static Map<Input, Float> usual(FloodScores scores, int group) {
        int from = scores.inputs().windows().from(group);
        int count = scores.inputs().windows().to(group) - from;
        int sampled = Math.min(count, MOST_SAMPLED);
        Map<Input, Float> usual = new EnumMap<>(Input.class);
        for (Input input : Input.values()) {
            float[] values = new float[sampled];
            for (int i = 0; i < sampled; i++) {
                int place = from + (int) ((long) i * count / sampled);
                values[i] = scores.inputs().values()[Input.COUNT * place + input.place()];
            }
            Arrays.sort(values);
            usual.put(input, input == Input.GAP ? USUAL_GAP : values[sampled / 2]);
        }
        return usual;
    }

    private static double logOdds(double probability) {
        double inside = Math.clamp(probability, CLOSEST, 1 - CLOSEST);
        return Math.log(inside / (1 - inside));
    }
}
