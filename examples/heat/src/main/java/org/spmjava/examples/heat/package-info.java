/** Heat that spreads on a plate: a grid whose blocks exchange their rims. */
package org.spmjava.examples.heat;
