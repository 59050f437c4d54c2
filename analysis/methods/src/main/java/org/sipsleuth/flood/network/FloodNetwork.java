package org.sipsleuth.flood.network;

import java.util.List;
import org.sipsleuth.neural.NamedWeights;
import org.sipsleuth.neural.WeightShape;

/// A trained network over windows of INVITE attempts. Immutable; any number of threads may use it
/// at once.
///
/// A window is [#MESSAGES] attempts of [#INPUTS] numbers each, one attempt after the other, so
/// windows that overlap can lie in one array.
public sealed interface FloodNetwork permits RecurrentWindows, Logistic {

    /// How many attempts a window has.
    int MESSAGES = 10;

    /// How many numbers describe an attempt.
    int INPUTS = 5;

    /// How many numbers a window has.
    int WINDOW = MESSAGES * INPUTS;

    /// Which network it is.
    NetworkKind kind();

    /// How many units its memory has; 0 without a memory.
    int units();

    /// All its weights, in the order of [NetworkKind#shapes].
    List<NamedWeights> weights();

    /// The probability that a window is malicious, 0 to 1; higher is more anomalous.
    ///
    /// @param inputs what describes the attempts
    /// @param at where in the inputs the window begins
    /// @throws IndexOutOfBoundsException if the window ends after the inputs do
    double score(float[] inputs, int at);

    /// Scores many windows, faster than one after the other, to the same bits.
    ///
    /// @param starts where in the inputs each window begins
    /// @param from the first window to score
    /// @param to the end of the windows to score
    /// @param scores receives the probability of each window at its place
    /// @throws IndexOutOfBoundsException if a window ends after the inputs do
    void scores(float[] inputs, int[] starts, int from, int to, double[] scores);

    /// How many weights it has.
    default long parameters() {
        return kind().shapes(units()).stream().mapToLong(WeightShape::count).sum();
    }
}
