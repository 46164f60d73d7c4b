package org.spmjava.examples.montecarlo;

/**
 * A European call option on a share whose price is a geometric Brownian motion.
 *
 * @param spot what the share costs today
 * @param strike for how much it may be bought at the end
 * @param rate the interest without risk, a year
 * @param volatility the standard deviation of the logarithmic return, a year
 * @param years when the option ends
 */
public record Contract(double spot, double strike, double rate, double volatility, double years) {

    /** What the option is worth at the end of a path, discounted, given a normally distributed number. */
    double worth(double gaussian) {
        double drift = (rate - volatility * volatility / 2) * years;
        double price = spot * Math.exp(drift + volatility * Math.sqrt(years) * gaussian);
        return Math.exp(-rate * years) * Math.max(price - strike, 0);
    }
}
