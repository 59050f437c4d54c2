package org.sipsleuth.sequence.network;

import org.sipsleuth.neural.LstmState;

/// A dialog on its way through a [RecurrentNetwork]: what it remembers is kept, and each output
/// runs through the padding that is left.
final class RecurrentReading implements Reading {

    private final RecurrentNetwork network;
    private final LstmState state;
    private final LstmState padded;
    private final Output output;
    private int observed;

    RecurrentReading(RecurrentNetwork network) {
        this.network = network;
        this.state = new LstmState(network.units());
        this.padded = new LstmState(network.units());
        this.output = new Output(network.classes());
    }

    @Override
    public void next(int symbol) {
        network.size().checkSymbol(symbol);
        if (observed < network.length()) {
            network.step(symbol, state);
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
        for (int i = observed; i < network.length(); i++) {
            network.step(0, padded);
        }
        network.name(padded, output);
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
