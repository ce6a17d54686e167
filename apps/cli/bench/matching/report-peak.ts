import { writeFileSync } from 'node:fs';

// Loaded before the measured program: writes its peak resident memory in MB when it ends.
const file = process.env['JARI_BENCH_PEAK'];
if (file !== undefined) process.on('exit', () => writeFileSync(file, String(Math.round(process.resourceUsage().maxRSS / 1024))));
