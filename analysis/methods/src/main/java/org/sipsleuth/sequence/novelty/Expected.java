package org.sipsleuth.sequence.novelty;

/// A symbol that training has seen after others, and how usual it is there.
///
/// @param symbol what may come: `200 to INVITE`, `BYE/200`, [TransactionWord#END]
/// @param probability that it comes next, over 0 to 1
/// @param seen how often it came in training after the context that its probability cites
/// @param after how often that context came in training
public record Expected(String symbol, double probability, long seen, long after) {

    /// Whether nothing more comes: the transaction ends, or the dialog on this hop.
    public boolean isEnd() {
        return symbol.equals(TransactionWord.END);
    }
}
