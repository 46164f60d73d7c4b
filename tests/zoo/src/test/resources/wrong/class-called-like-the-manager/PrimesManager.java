/** Manages the primes. */
class PrimesManager {}
