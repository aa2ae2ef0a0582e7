import { svelte } from "@sveltejs/vite-plugin-svelte";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [vue(), svelte()],
  build: {
    rolldownOptions: {
      input: ["element", "module", "react/index", "react/ssr", "vue/index", "svelte/index"].map(
        (page) => `${import.meta.dirname}/${page}.html`,
      ),
    },
  },
});
