export { HighsSolver } from './highs-solver.js';
export { BinarySolver, SolverFailed, type BinaryProgram, type SolverAnswer, type SolverLimits } from './solver.js';
