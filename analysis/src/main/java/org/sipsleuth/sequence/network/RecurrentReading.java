package org.sipsleuth.sequence.network;

/// A dialog on its way through a [RecurrentNetwork]: what it remembers is kept, and each output
/// runs through the padding that is left.
final class RecurrentReading implements Reading {

    private final RecurrentNetwork network;
    private final RecurrentState state;
    private final RecurrentState padded;
    private final float[] sums;
    private final Output output;
    private int observed;

    RecurrentReading(RecurrentNetwork network) {
        this.network = network;
        this.state = new RecurrentState(network.units());
        this.padded = new RecurrentState(network.units());
        this.sums = new float[4 * network.units()];
        this.output = new Output(network.classes());
    }

    @Override
    public void next(int symbol) {
        network.size().checkSymbol(symbol);
        if (observed < network.length()) {
            network.step(symbol, state, sums);
        }
        observed++;
    }

    @Override
    public int observed() {
        return observed;
    }

    @Override
    public Output output() {
        padded.set(state);
        network.readOut(Math.min(observed, network.length()), padded, sums, output);
        return output;
    }

    @Override
    public Reading copy() {
        RecurrentReading copy = new RecurrentReading(network);
        copy.state.set(state);
        copy.observed = observed;
        return copy;
    }

    @Override
    public void restart() {
        state.clear();
        observed = 0;
    }
}
