package org.sipsleuth.sequence.training;

/// Watches whether the loss still falls: that of validation if there is one, else that of training.
final class EarlyStopping {

    private final int epochs;
    private double least = Double.POSITIVE_INFINITY;
    private int since;

    /// @param epochs after how many epochs without a smaller loss it is at an end
    EarlyStopping(int epochs) {
        this.epochs = epochs;
    }

    /// Accepts the next epoch.
    ///
    /// @return whether it is at an end
    boolean endsAfter(Epoch epoch) {
        boolean validated = !Double.isNaN(epoch.validationLoss());
        double loss = validated ? epoch.validationLoss() : epoch.loss();
        since = loss < least ? 0 : since + 1;
        least = Math.min(least, loss);
        return since >= epochs;
    }
}
