package org.sipsleuth.sequence.network;

/// The convolutional network of the paper's Table 4.
///
/// @param filters how many patterns of two neighbouring messages are searched for; 1 to 1,024
public record ConvolutionSettings(int filters) implements NetworkSettings {

    private static final int PAPER = 16;
    private static final int MOST = 1_024;

    /// Checks the range.
    ///
    /// @throws IllegalArgumentException if there are none, or too many
    public ConvolutionSettings {
        if (filters < 1 || filters > MOST) {
            throw new IllegalArgumentException("a convolution has 1 to " + MOST + " filters, not " + filters);
        }
    }

    /// As in the paper: 16 filters.
    public static ConvolutionSettings paper() {
        return new ConvolutionSettings(PAPER);
    }
}
